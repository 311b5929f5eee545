using PolicyQa.Comprehension;

namespace PolicyQa.ReaderTraining;

/// <summary>
/// Windows as records of one size, little endian, for numpy to map (train.py names the fields): lengths of question and passage; character
/// ids, bigram ids, features (one byte each) of the question, then of the passage; up to 8 right spans; the kind; which passage the question belongs to.
/// </summary>
internal sealed class WindowFile(string path) : IDisposable
{
    /// <summary>Characters of a question; longer ones are left out.</summary>
    public const int Question = 64;

    /// <summary>Characters of a passage's window.</summary>
    public const int Passage = 208;

    private const int Spans = 8;

    private readonly BinaryWriter _file = new(File.Create(path));

    public void Write(Window window, WindowKind kind, int passage)
    {
        if (window.Question.Length > Question) return;
        _file.Write((ushort)window.Question.Length);
        _file.Write((ushort)window.Passage.Length);
        Write(window.Question, Question);
        Write(window.Passage, Passage);
        for (var i = 0; i < Spans; i++)
        {
            var known = i < window.Answers.Count;
            _file.Write(known ? (short)window.Answers[i].Start : (short)-1);
            _file.Write(known ? (short)window.Answers[i].End : (short)-1);
        }

        _file.Write((byte)kind);
        _file.Write((ushort)passage);
    }

    public void Dispose() => _file.Dispose();

    private void Write(ReaderText text, int most)
    {
        for (var i = 0; i < most; i++) _file.Write((ushort)(i < text.Length ? text.Characters[i] : 0));
        for (var i = 0; i <= most; i++) _file.Write((ushort)(i <= text.Length ? text.Bigrams[i] : 0));
        for (var i = 0; i < most * ReaderFeatures.Count; i++) _file.Write((byte)(i < text.Features.Length ? Math.Round(text.Features[i] * 255) : 0));
    }
}
