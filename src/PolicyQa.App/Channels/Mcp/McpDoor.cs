namespace PolicyQa.App.Channels.Mcp;

/// <summary>The protocol's endpoints, made when the first agent comes: making them costs as much as half a start of the server.</summary>
internal sealed class McpDoor(IServiceProvider services) : IEndpointRouteBuilder
{
    private readonly Lock gate = new();
    private IReadOnlyList<Endpoint>? endpoints;

    public IServiceProvider ServiceProvider => services;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);

    /// <summary>Hands the request to the protocol; a method that it does not have is 405, a body that is no JSON 415.</summary>
    public Task HandleAsync(HttpContext context)
    {
        // The protocol's own reading throws at it.
        if (HttpMethods.IsPost(context.Request.Method) && !context.Request.HasJsonContentType())
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        var endpoint = Endpoints().FirstOrDefault(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method) == true);
        if (endpoint?.RequestDelegate is { } handle) return handle(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private IReadOnlyList<Endpoint> Endpoints()
    {
        lock (gate)
        {
            if (endpoints is not null) return endpoints;
            this.MapMcp();
            return endpoints = [.. DataSources.SelectMany(s => s.Endpoints)];
        }
    }
}
