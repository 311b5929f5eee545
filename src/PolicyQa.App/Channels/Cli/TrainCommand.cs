using System.CommandLine;

namespace PolicyQa.App.Channels.Cli;

/// <summary>train: learns the models that ship with the program; one verb below it for each.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal) =>
        new Verb("train", "训练程序自带的模型（开发用）。", "train gate --help") { TrainGateCommand.Create(terminal) };
}
