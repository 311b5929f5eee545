using System.Text;

namespace PolicyQa.App.Llm;

/// <summary>Asks for numbers where the client asks for base64, which several services (DashScope, older Ollama) do not speak; OpenAI speaks both.</summary>
internal sealed class PlainVectorsHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            // Quotes inside a text are escaped there: this can be nothing but the field.
            var body = (await content.ReadAsStringAsync(cancellationToken)).Replace("\"encoding_format\":\"base64\"", "\"encoding_format\":\"float\"", StringComparison.Ordinal);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
