namespace PolicyQa.ReaderTraining;

/// <summary>Sizes of the network; dilations of its convolutions.</summary>
internal sealed record ReaderShape(int Width, int CharacterSize, int BigramSize, int[] Encoder, int[] First, int[] Second);
