using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyQa.App.Data;

/// <summary>How times are stored: a number that every database compares and sorts the same way. UTC comes back.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(t => t.ToUnixTimeMilliseconds(), n => DateTimeOffset.FromUnixTimeMilliseconds(n));
