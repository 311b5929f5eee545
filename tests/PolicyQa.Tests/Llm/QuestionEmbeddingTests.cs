using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyQa.App.Llm;

namespace PolicyQa.Tests.Llm;

/// <summary>A question gets its vector quickly or not at all.</summary>
public sealed class QuestionEmbeddingTests
{
    [Theory]
    [InlineData("behaves", true)]
    [InlineData("slow", false)]
    [InlineData("down", false)]
    [InlineData("wrong dimensions", false)]
    [InlineData("nothing but zeros", false)]
    [InlineData("invalid JSON", false)]
    public async Task Words_alone_decide_where_no_vector_comes(string behaviour, bool comes)
    {
        var time = new FakeTimeProvider();
        await using var stub = await StubModel.StartAsync((context, _) => Behave(behaviour, context, time));
        using var asking = new Asking(stub, time);
        Assert.Equal(comes, asking.Ask() is not null);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_for_a_while()
    {
        var time = new FakeTimeProvider();
        await using var stub = await StubModel.StartAsync((context, _) => Behave("down", context, time));
        using var asking = new Asking(stub, time);
        for (var i = 0; i < 10; i++) Assert.Null(asking.Ask());
        Assert.Equal(CircuitBreaker.Failures, stub.Requests);
        time.Advance(CircuitBreaker.Rest);
        Assert.Null(asking.Ask());
        Assert.Equal(CircuitBreaker.Failures + 1, stub.Requests);
    }

    private static Task Behave(string behaviour, HttpContext context, FakeTimeProvider time)
    {
        switch (behaviour)
        {
            case "behaves": return StubVectors.Write(context, ["一"], StubVectors.Characters);
            case "wrong dimensions": return StubVectors.Write(context, ["一"], _ => [1, 2]);
            case "nothing but zeros": return StubVectors.Write(context, ["一"], _ => new float[StubVectors.Dimensions]);
            case "invalid JSON": return StubVectors.Raw(context, "{");
            case "slow":
                time.Advance(TimeSpan.FromMilliseconds(301));
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            default:
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
        }
    }

    private sealed class Asking : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly EmbeddingModel model;
        private readonly QuestionEmbedding questions;

        public Asking(StubModel stub, FakeTimeProvider time)
        {
            var settings = StubVectors.Settings(stub.Endpoint, folder.Path);
            model = new EmbeddingModel(settings, time);
            questions = new QuestionEmbedding(model, settings, new EmbeddingLimits(new CircuitBreaker(time), new TokenBudget(0, time)), NullLogger<QuestionEmbedding>.Instance);
        }

        public float[]? Ask() => questions.Embed("一个问题", StubVectors.Dimensions, TestContext.Current.CancellationToken);

        public void Dispose()
        {
            model.Dispose();
            folder.Dispose();
        }
    }
}
