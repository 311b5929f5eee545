using System.Threading.Channels;
using PolicyQa.App.Review;

namespace PolicyQa.Tests.Review;

/// <summary>Waiting for one of several channels, over and over.</summary>
public sealed class PendingReadTests
{
    [Fact]
    public async Task A_wait_that_has_not_ended_is_taken_up_again_and_one_that_has_is_not()
    {
        var channel = Channel.CreateUnbounded<int>();
        var read = new PendingRead<int>(channel.Reader, CancellationToken.None);
        var first = read.Next();
        Assert.Same(first, read.Next());
        Assert.False(first.IsCompleted);
        channel.Writer.TryWrite(1);
        await first;
        Assert.True(read.Next().IsCompletedSuccessfully);
        Assert.True(channel.Reader.TryRead(out _));
        Assert.False(read.Next().IsCompleted);
        channel.Writer.Complete();
        await read.Next();
    }
}
