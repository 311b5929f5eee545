namespace PolicyQa.App.Channels.Http;

/// <summary>Filters of endpoints, made once.</summary>
internal static class EndpointFilters
{
    /// <summary>The filter, for AddEndpointFilter. The framework's own AddEndpointFilter&lt;T&gt; throws and catches an exception for each at every start.</summary>
    public static T Filter<T>(this IEndpointRouteBuilder routes)
        where T : IEndpointFilter => ActivatorUtilities.CreateInstance<T>(routes.ServiceProvider);
}
