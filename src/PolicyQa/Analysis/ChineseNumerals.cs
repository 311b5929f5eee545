namespace PolicyQa.Analysis;

/// <summary>Reads figures as people and papers write them: 1633, 1,633, 1.5万, 三百二十, 一千六百三十三, 两, 半.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Nothing that is counted is more; what is (一亿亿亿亿) is no figure, and would overflow.</summary>
    private const decimal Most = 1e20m;

    /// <summary>True for a character that may be part of a Chinese numeral.</summary>
    public static bool IsNumeral(char c) => Digits.Contains(c) || c is '〇' or '两' or '十' or '百' or '千' or '万' or '亿' or '廿';

    /// <summary>Value of a folded figure, or null where it is none. 万 and 亿 after Arabic digits multiply.</summary>
    public static decimal? Parse(ReadOnlySpan<char> figure)
    {
        if (figure.IsEmpty) return null;
        return char.IsAsciiDigit(figure[0]) ? Arabic(figure) : Han(figure);
    }

    /// <summary>0–99 in Chinese numerals (三十二); null for other values: papers print those in digits.</summary>
    public static string? ToHan(decimal value)
    {
        if (value != Math.Floor(value) || value is < 0 or > 99) return null;
        var (tens, ones) = ((int)value / 10, (int)value % 10);
        return (tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" }) + (ones > 0 || tens == 0 ? Digits[ones].ToString() : "");
    }

    /// <summary>Other ways to write a figure: 20000 = 2万 = 二万 = 两万, 2 = 二 = 两; itself may be among them.</summary>
    public static IEnumerable<string> Spellings(decimal value)
    {
        yield return value.ToString("0.####");
        if (ToHan(value) is { } han) yield return han;
        if (value == 2) yield return "两";
        foreach (var (unit, name) in new[] { (100_000_000m, "亿"), (10_000m, "万"), (1000m, "千"), (100m, "百") })
        {
            if (value < unit || value % (unit / 100) != 0) continue;
            var count = value / unit;
            // 2万, 1.5亿; nobody writes 2千 for 2000 but in Chinese numerals.
            if (unit >= 10_000) yield return count.ToString("0.####") + name;
            if (ToHan(count) is { } many) yield return many + name;
            if (count == 2) yield return "两" + name;
            yield break;
        }
    }

    private static decimal? Arabic(ReadOnlySpan<char> s)
    {
        var end = 0;
        while (end < s.Length && (char.IsAsciiDigit(s[end]) || s[end] is '.' or ',')) end++;
        if (!decimal.TryParse(s[..end].ToString().Replace(",", "", StringComparison.Ordinal), out var value)) return null;
        foreach (var c in s[end..])
        {
            decimal? unit = c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => null };
            if (unit is null || value > Most) return null;
            value *= unit.Value;
        }

        return value;
    }

    private static decimal? Han(ReadOnlySpan<char> s)
    {
        decimal total = 0, section = 0, digit = 0;
        var any = false;
        var positional = s.IndexOfAny("十百千万亿廿") < 0 && s.Length > 1;
        foreach (var c in s)
        {
            var d = c switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(c) };
            any = true;
            if (d >= 0)
            {
                digit = positional ? digit * 10 + d : d;
                if (digit > Most) return null;
                continue;
            }

            switch (c)
            {
                case '廿': section += 20; break;
                case '十': section += (digit == 0 ? 1 : digit) * 10; break;
                case '百': section += digit * 100; break;
                case '千': section += digit * 1000; break;
                case '万': total = (total + section + digit) * 10_000; section = 0; break;
                case '亿': total = (total + section + digit) * 100_000_000; section = 0; break;
                default: return null;
            }

            digit = 0;
            if (section > Most || total > Most) return null;
        }

        return any ? total + section + digit : null;
    }
}
