using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PolicyQa.App.Channels.Http;

/// <summary>/openapi/v1.json.</summary>
internal static class OpenApiDocuments
{
    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo { Title = "政策问答", Version = "v1", Description = "根据报纸访谈回答政策问题，并给出原文出处。" };
        document.Servers?.Clear();
        return Task.CompletedTask;
    });

    /// <summary>GET /api/commitments reads its query by hand, for the same reasons.</summary>
    public static Task DescribeCommitments(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters = [.. CommitmentQuery.Names.Append("format").Select(n => new OpenApiParameter { Name = n, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } })];
        return Task.CompletedTask;
    }

    /// <summary>
    /// The body of POST /api/ask is read by hand, for errors that say what is wrong in Chinese; so it is described by hand.
    /// </summary>
    public static async Task DescribeAskBody(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(AskBody), null, cancellationToken);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
        };
    }
}
