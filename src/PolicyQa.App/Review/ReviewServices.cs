using PolicyQa.App.Configuration;
using PolicyQa.App.Data;

namespace PolicyQa.App.Review;

/// <summary>Registers what notes questions without an answer and what officials decide about them.</summary>
internal static class ReviewServices
{
    public static void AddReview(this IServiceCollection services, Settings settings, TimeProvider time)
    {
        services.AddSingleton<ReviewedAnswers>();
        services.AddSingleton<UnansweredWriter>();
        services.AddSingleton(s => new UnansweredLog(s.GetRequiredService<UnansweredWriter>(), settings.Admin, time));
        services.AddSingleton<FrontDesk>();
        services.AddSingleton<DecisionBook>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<FeedbackImport>();
        services.AddSingleton<Retention>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DataUpkeep>(s, settings));
    }
}
