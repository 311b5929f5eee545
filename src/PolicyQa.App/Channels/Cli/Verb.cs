using System.CommandLine;

namespace PolicyQa.App.Channels.Cli;

/// <summary>A verb of the command line; its help shows how it is used in earnest.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>What follows the program's name, as one would type it.</summary>
    public IReadOnlyList<string> Examples => examples;
}
