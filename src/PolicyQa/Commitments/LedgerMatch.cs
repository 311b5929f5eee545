using PolicyQa.Analysis;
using PolicyQa.Answering;
using PolicyQa.Questions;

namespace PolicyQa.Commitments;

/// <summary>Which rows' figures count what a question asks for.</summary>
internal sealed class LedgerMatch(Lexicon lexicon)
{
    private const double Enough = 0.6;

    private static readonly string[] AnyPerson = ["人才", "人员", "人", "人数", "人手", "员工", "职工"];

    /// <summary>Rows in ledger order, each with the figure that counts.</summary>
    public List<(Commitment Row, PromisedQuantity Quantity)> Find(Question question, IReadOnlyList<Commitment> rows)
    {
        var terms = question.Focus.Where(f => f.Text.Length > 1 && PromiseWords.VerbAt(f.Text, 0)?.Length != f.Text.Length && !StopWords.Contains(f.Text) && !StopWords.SayLittle(f.Text)).ToArray();
        var verbs = Verbs(question.Resolved);
        // 一共引进多少人 names no thing: the verb and the unit have to do.
        if (terms.Length == 0 && (verbs.Count == 0 || UnitFit.ClassOf(question.Unit ?? "") != "person")) return [];
        List<(Commitment, PromisedQuantity)> found = [];
        foreach (var row in rows)
        {
            if (verbs.Count > 0 && !row.Action.Split('、').Any(a => verbs.Contains(CharacterFolding.Fold(a)))) continue;
            var said = CharacterFolding.Fold(row.Said);
            foreach (var quantity in row.Quantities)
            {
                if (UnitFit.Of(new Quantity(default, default, quantity.Value, quantity.Unit, InName: false), question.Unit, question.Asked) < 0.8) continue;
                var isPerson = UnitFit.ClassOf(quantity.Unit) == "person";
                double all = 0, covered = 0;
                foreach (var term in terms)
                {
                    all += term.Weight;
                    covered += term.Weight * (isPerson && AnyPerson.Contains(term.Text) ? 1 : Math.Max(TermMatch.Degree(term, said), SharesHead(question, term, row, quantity) ? 0.8 : 0));
                }

                if (covered < Enough * all) continue;
                found.Add((row, quantity));
                break;
            }
        }

        return found;
    }

    /// <summary>多少所学校 is answered by 10所高质量共建校: the measure word is the same, and the noun ends alike.</summary>
    private static bool SharesHead(Question question, FocusTerm term, Commitment row, PromisedQuantity quantity) =>
        term.Text == question.Asked && question.Unit == quantity.Unit && quantity.Unit != "个" && row.Object.Length > 1 && CharacterFolding.Fold(row.Object[^1]) == term.Text[^1];

    /// <summary>The question's verbs of doing, with what may stand for them.</summary>
    private HashSet<string> Verbs(string text)
    {
        HashSet<string> verbs = new(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (PromiseWords.VerbAt(text, i) is not { } verb || verb is "完成" or "安排" or "落实" or "组织" or "实现" or "服务" or "发展") continue;
            verbs.Add(verb);
            verbs.UnionWith(lexicon.Synonyms(verb));
            i += verb.Length - 1;
        }

        return verbs;
    }
}
