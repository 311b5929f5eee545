using System.Globalization;
using System.Text;
using PolicyQa.Commitments;

namespace PolicyQa.App.Channels.Ledgers;

/// <summary>Deadlines as an iCalendar (RFC 5545): one whole-day event for each row that the year gives a last day.</summary>
internal static class CommitmentCalendar
{
    /// <summary>"Lines of text SHOULD NOT be longer than 75 octets, excluding the line break." (3.1)</summary>
    private const int LongestLine = 75;

    /// <summary>The whole file.</summary>
    /// <param name="rows">The rows; those without a date are left out.</param>
    /// <param name="statuses">What officials say of them.</param>
    /// <param name="now">When this is written: every event's DTSTAMP.</param>
    /// <param name="server">https://host, for the way back to the source; null where unknown.</param>
    public static byte[] Bytes(IReadOnlyList<Commitment> rows, LedgerStatuses statuses, DateTimeOffset now, string? server)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//PolicyQa//Commitments//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escaped("承诺台账"));
        foreach (var row in rows)
        {
            if (row.Deadline is not { } deadline || (deadline.To ?? deadline.From) is not { } day) continue;
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{row.Id}@policyqa");
            Line(text, "DTSTAMP:" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE:" + Day(day));
            Line(text, "DTEND;VALUE=DATE:" + Day(day.AddDays(1)));
            Line(text, "SUMMARY:" + Escaped($"{row.Department}：{row.Line}"));
            Line(text, "DESCRIPTION:" + Escaped($"{row.Excerpt}\n《{row.Title}》{row.Speaker}\n状态：{StatusWords.Of(statuses.Of(row))}{(row.Damaged ? "\n原文有损，请以原件为准" : "")}"));
            Line(text, "CATEGORIES:" + Escaped(row.Department));
            if (server is not null) Line(text, "URL:" + server + row.Url);
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>TEXT (3.3.11): backslash, semicolon, comma and line break are escaped; other control characters may not stand.</summary>
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            if (c is '\\' or ';' or ',') text.Append('\\').Append(c);
            else if (c == '\n') text.Append("\\n");
            else if (!char.IsControl(c) || c == '\t') text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Folded at whole characters: a continuation begins with one space, which counts.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
