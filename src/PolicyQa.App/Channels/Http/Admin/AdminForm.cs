using PolicyQa.App.Channels.Http.Pages;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>Forms of /admin: each carries the token without which nothing is taken.</summary>
internal static class AdminForm
{
    /// <summary>A form with fields of its own.</summary>
    /// <param name="request">Whose page it stands on.</param>
    /// <param name="action">With /admin.</param>
    /// <param name="fields">What is filled in, and the button.</param>
    public static Html Of(AdminRequest request, string action, Html fields) => $"""<form class="form" method="post" action="{action}">{request.Token}{fields}</form>""";

    /// <summary>One button that does one thing.</summary>
    /// <param name="request">Whose page it stands on.</param>
    /// <param name="action">With /admin.</param>
    /// <param name="words">On the button.</param>
    /// <param name="fields">Hidden fields.</param>
    public static Html Button(AdminRequest request, string action, string words, params (string Name, string Value)[] fields) =>
        $"""<form class="act" method="post" action="{action}">{request.Token}{Html.Each(fields, f => $"""<input type="hidden" name="{f.Name}" value="{f.Value}">""")}<button class="plain">{words}</button></form>""";

    /// <summary>A line of text with its label.</summary>
    public static Html Text(string name, string label, string value = "", int most = 200, bool required = true, string autocomplete = "off", string hint = "") =>
        Field(name, label, hint, $"""<input id="f-{name}" name="{name}" value="{value}" maxlength="{most}" autocomplete="{autocomplete}"{(required ? " required" : "")}{Described(name, hint)}>""");

    /// <summary>A password with its label.</summary>
    public static Html Password(string name, string label, string autocomplete, string hint = "") =>
        Field(name, label, hint, $"""<input id="f-{name}" name="{name}" type="password" maxlength="{Identity.PasswordRule.Longest}" autocomplete="{autocomplete}" required{Described(name, hint)}>""");

    /// <summary>Any input with its label.</summary>
    public static Html Field(string name, string label, string hint, Html input)
    {
        Html help = hint.Length == 0 ? Html.Empty : $"""<span class="hint" id="h-{name}">{hint}</span>""";
        return $"""<p class="field"><label for="f-{name}">{label}</label>{help}{input}</p>""";
    }

    /// <summary>What was wrong with what was sent; nothing for null.</summary>
    public static Html Fault(string? fault) => fault is null ? Html.Empty : $"""<p class="fault" role="alert">{fault}。</p>""";

    private static Html Described(string name, string hint) => hint.Length == 0 ? Html.Empty : (Html)$""" aria-describedby="h-{name}" """;
}
