using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PolicyQa.App.Channels.Http;

namespace PolicyQa.App.Channels.Mcp;

/// <summary>/mcp: the engine as tools of an agent, by the Model Context Protocol over streamable HTTP.</summary>
internal static class McpServices
{
    public const string Path = "/mcp";

    public static void AddPolicyTools(this IServiceCollection services)
    {
        var json = UnescapedJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        json.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        services.AddHttpContextAccessor();
        services.AddMcpServer(options =>
        {
            options.ServerInfo = new Implementation { Name = "policyqa", Title = "政策问答", Version = "1.0" };
            options.ServerInstructions = "根据报纸上的部门负责人访谈回答政策问题。答案和每条出处都逐字来自原文；原文里没有的会说“没有找到”，请照实转告，不要补充。";
        }).WithHttpTransport().WithTools<PolicyTools>(json).WithRequestFilters(filters => filters.AddCallToolFilter(TellFaults));
    }

    /// <summary>A fault of the caller is a result that says so, and no error of this server.</summary>
    private static McpRequestHandler<CallToolRequestParams, CallToolResult> TellFaults(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, cancellationToken) =>
    {
        try
        {
            return await next(request, cancellationToken);
        }
        catch (McpException e)
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = e.Message }] };
        }
    };

    public static void MapPolicyTools(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post, HttpMethods.Delete], new McpDoor(routes.ServiceProvider).HandleAsync).ExcludeFromDescription().RequireCors(CrossOrigin.Policy).RequireRateLimiting(RateLimit.Policy);
}
