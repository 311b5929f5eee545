using System.Text;
using PolicyQa.App;
using PolicyQa.App.Channels.Cli;

// Chinese in and out whatever the locale says; no byte order mark, pipes would carry it into the next program.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.OutputEncoding = utf8;
Console.InputEncoding = utf8;

// Words are needed by the first question, and reading the dictionary takes longer than starting the web server.
_ = PolicyQa.Analysis.SmartCn.SmartChineseAnalyzer.PreloadAsync();

using var stop = new StopSignals();
return await CommandLine.RunAsync(args, Terminal.OfProcess(), stop.Token);
