using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyQa.Corpus;

/// <summary>Lines of an .html file: one a block element or br, with what is no reading matter left out.</summary>
internal static class HtmlLines
{
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "nav", "head", "noscript", "template", "iframe", "svg", "footer", "button", "select", "form", "object" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "header", "main", "aside", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "dl", "dt", "dd",
        "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption", "hr", "address", "body", "html", "center",
    };

    public static IReadOnlyList<PageLine> Read(string html)
    {
        var lines = new List<PageLine>();
        var pending = new StringBuilder();
        var number = 0;
        bool afterBlock = true, startsBlock = false, heading = false;
        // An explicit stack: a page with ten thousand nested elements must not end the process.
        var work = new Stack<(INode Node, bool Leaving)>();
        work.Push((new HtmlParser().ParseDocument(html).DocumentElement, false));
        while (work.TryPop(out var step))
        {
            if (step.Node is IText text) AppendCollapsed(pending, text.Data);
            if (step.Node is not IElement element || Dropped.Contains(element.LocalName)) continue;
            var block = Blocks.Contains(element.LocalName);
            if (block || element.LocalName == "br") Flush();
            if (block)
            {
                afterBlock = true;
                heading = !step.Leaving && element.LocalName is ['h', >= '1' and <= '6'];
                // Cells and items are whole in themselves; a p may be the second half of a broken sentence.
                startsBlock |= heading || step.Leaving && element.LocalName is ['h', >= '1' and <= '6'] || element.LocalName is "li" or "td" or "th" or "dt" or "dd";
            }

            if (step.Leaving) continue;
            work.Push((element, true));
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--) work.Push((element.ChildNodes[i], false));
        }

        Flush();
        return lines;

        void Flush()
        {
            var content = pending.ToString().Trim();
            var indented = pending.Length > 0 && pending[0] == '\u3000';
            pending.Clear();
            if (content.Length == 0) return;
            lines.Add(new(++number, content, afterBlock, indented, startsBlock, heading));
            afterBlock = startsBlock = heading = false;
        }
    }

    /// <summary>White space in HTML means one space at most, and none between two Chinese characters.</summary>
    private static void AppendCollapsed(StringBuilder pending, string data)
    {
        foreach (var c in data)
        {
            if (c is not ('\n' or '\r' or '\t' or ' ')) pending.Append(c);
            else if (c == ' ' ? pending.Length > 0 && pending[^1] != ' ' : pending.Length > 0 && char.IsAscii(pending[^1]) && pending[^1] != ' ') pending.Append(' ');
        }
    }
}
