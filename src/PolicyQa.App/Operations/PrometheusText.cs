using System.Globalization;
using System.Text;

namespace PolicyQa.App.Operations;

/// <summary>Measures in Prometheus' text format (version 0.0.4), under the names that OpenTelemetry's own exporter gives them.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(IReadOnlyList<MeasuredInstrument> instruments)
    {
        var text = new StringBuilder();
        foreach (var named in instruments.Where(i => i.Series.Count > 0).GroupBy(NameOf, StringComparer.Ordinal))
        {
            var first = named.First();
            text.Append("# HELP ").Append(named.Key).Append(' ').Append(OneLine(first.Instrument.Description ?? first.Instrument.Name)).Append('\n');
            text.Append("# TYPE ").Append(named.Key).Append(' ').Append(first.Kind switch { MeasureKind.Counter => "counter", MeasureKind.Histogram => "histogram", _ => "gauge" }).Append('\n');
            foreach (var instrument in named)
            {
                foreach (var series in instrument.Series) Write(text, named.Key, instrument, series);
            }
        }

        return text.ToString();
    }

    /// <summary>policyqa.question.duration in s → policyqa_question_duration_seconds.</summary>
    public static string NameOf(MeasuredInstrument measured)
    {
        var name = new StringBuilder();
        foreach (var c in measured.Instrument.Name) name.Append(char.IsAsciiLetterOrDigit(c) || c == ':' ? c : '_');
        var unit = measured.Instrument.Unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", "%" => "_percent", _ => "" };
        if (!name.ToString().EndsWith(unit, StringComparison.Ordinal)) name.Append(unit);
        if (measured.Kind == MeasureKind.Counter) name.Append("_total");
        return name.ToString();
    }

    private static void Write(StringBuilder text, string name, MeasuredInstrument instrument, MeasuredSeries series)
    {
        var (sum, counts) = series.Read();
        var labels = Labels(series);
        if (instrument.Kind != MeasureKind.Histogram)
        {
            Line(text, name, labels, sum);
            return;
        }

        long below = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            below += counts[i];
            var bound = i < instrument.Bounds.Length ? Number(instrument.Bounds[i]) : "+Inf";
            Line(text, name + "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", below);
        }

        Line(text, name + "_sum", labels, sum);
        Line(text, name + "_count", labels, below);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Labels(MeasuredSeries series) => string.Join(',', series.Tags.Select(t => $"{LabelName(t.Key)}=\"{Escaped(Convert.ToString(t.Value, CultureInfo.InvariantCulture) ?? "")}\""));

    private static string LabelName(string key) => string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escaped(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");

    private static string OneLine(string text) => text.Replace("\\", "\\\\").ReplaceLineEndings(" ");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
