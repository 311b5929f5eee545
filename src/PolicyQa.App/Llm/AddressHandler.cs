namespace PolicyQa.App.Llm;

/// <summary>What some services want beside the key in the usual header: Azure OpenAI its own header and ?api-version=….</summary>
internal sealed class AddressHandler(Uri endpoint, string key) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (endpoint.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase)) request.Headers.TryAddWithoutValidation("api-key", key);
        if (endpoint.Query.Length > 1 && request.RequestUri is { Query.Length: 0 } address) request.RequestUri = new UriBuilder(address) { Query = endpoint.Query }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
