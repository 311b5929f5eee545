using System.Globalization;
using PolicyQa.ReaderTraining;

// dotnet run -c Release -- prepare DATA-FOLDER WINDOWS-FOLDER [rounds]   windows for train.py to learn from
// dotnet run -c Release -- judge   DATA-FOLDER reader.bin                how well the network reads as it runs
switch (args)
{
    case ["prepare", var folder, var output]:
        Preparation.Run(folder, output, 14);
        break;
    case ["prepare", var folder, var output, var rounds]:
        Preparation.Run(folder, output, int.Parse(rounds, CultureInfo.InvariantCulture));
        break;
    case ["judge", var folder, var model]:
        Console.WriteLine(Judge.Report(folder, model));
        break;
    default:
        Console.Error.WriteLine("prepare DATA-FOLDER WINDOWS-FOLDER [rounds] | judge DATA-FOLDER reader.bin");
        return 2;
}

return 0;
