using System.Text.Json.Serialization;

namespace PolicyQa.Commitments;

/// <summary>How a promised figure is meant.</summary>
[JsonConverter(typeof(CamelCaseEnum<Bound>))]
public enum Bound
{
    Exact,

    /// <summary>至少, 以上, 不低于, 突破.</summary>
    AtLeast,

    /// <summary>不超过, 以内, 最高.</summary>
    AtMost,

    /// <summary>约, 左右.</summary>
    About,

    /// <summary>全部, 全覆盖; a share of 100 % where no number stands with it.</summary>
    All,
}
