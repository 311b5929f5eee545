using System.Globalization;
using PolicyQa.App.Data;

namespace PolicyQa.App.Channels.Http.Admin;

/// <summary>All data as one file, for officials and for programs.</summary>
internal static class ExportSection
{
    public static void Map(AdminRoutes routes)
    {
        routes.Get("/export", ExportAsync);
        routes.Api("GET", "/export", ExportAsync);
    }

    private static async Task<IResult> ExportAsync(AdminRequest request)
    {
        var now = request.Service<TimeProvider>().GetUtcNow();
        var bytes = await request.Service<DataStore>().WithAsync(
            async data =>
            {
                using var file = new MemoryStream();
                await DataExport.WriteAsync(data, file, now, request.Aborted);
                data.Note(now, request.Name, "导出数据");
                await data.SaveChangesAsync(request.Aborted);
                return file.ToArray();
            },
            request.Aborted);
        request.Http.Response.Headers.CacheControl = "no-store";
        return Results.File(bytes, "application/json; charset=utf-8", $"policyqa-{now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.json");
    }
}
