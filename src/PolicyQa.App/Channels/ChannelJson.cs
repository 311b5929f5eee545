using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyQa.Answering;
using PolicyQa.App.Channels.Http;
using PolicyQa.App.Channels.Ledgers;
using PolicyQa.App.Channels.OpenAi;
using PolicyQa.App.Operations;
using PolicyQa.Evaluation;

namespace PolicyQa.App.Channels;

/// <summary>The types that channels write as JSON; see <see cref="UnescapedJson"/>. Source generated: reflection would cost start-up time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(ArticleList))]
[JsonSerializable(typeof(ArticleDetail))]
[JsonSerializable(typeof(PassageList))]
[JsonSerializable(typeof(CommitmentList))]
[JsonSerializable(typeof(Liveness))]
[JsonSerializable(typeof(Readiness))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
[JsonSerializable(typeof(DeltaEvent))]
[JsonSerializable(typeof(SampleList))]
[JsonSerializable(typeof(FeedbackLine))]
[JsonSerializable(typeof(EvaluationResult))]
[JsonSerializable(typeof(ChatCompletion))]
[JsonSerializable(typeof(ChatCompletionChunk))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(OpenAiErrorBody))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class ChannelJson : JsonSerializerContext;
