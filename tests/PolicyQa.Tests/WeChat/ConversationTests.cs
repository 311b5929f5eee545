using Microsoft.Extensions.Time.Testing;
using PolicyQa.App;
using PolicyQa.App.Channels.WeChat;
using PolicyQa.Tests.Answering;

namespace PolicyQa.Tests.WeChat;

/// <summary>What a person sees on the phone.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(55));
    private ChatServer server = null!;

    public async ValueTask InitializeAsync() => server = await ChatServer.StartAsync(time, null);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public static TheoryData<string, string?> Kinds => new()
    {
        { "<MsgType>voice</MsgType><Recognition>补充多少教师？</Recognition><MsgId>1</MsgId>", "1633名" },
        { "<MsgType>voice</MsgType><Recognition/><MsgId>1</MsgId>", "文字" },
        { "<MsgType>voice</MsgType><MediaId>x</MediaId><MsgId>1</MsgId>", "文字" },
        { "<MsgType>image</MsgType><PicUrl>x</PicUrl><MsgId>1</MsgId>", "文字" },
        { "<MsgType>location</MsgType><MsgId>1</MsgId>", "文字" },
        { "<MsgType>text</MsgType><Content>【收到不支持的消息类型，暂无法显示】</Content><MsgId>1</MsgId>", "文字" },
        { "<MsgType>text</MsgType><Content>  </Content><MsgId>1</MsgId>", "空" },
        { "<MsgType>text</MsgType><Content>\u0002补充多少教师\u001d</Content><MsgId>1</MsgId>", "1633名" },
        { "<MsgType>text</MsgType><Content>😀补充多少教师</Content><MsgId>1</MsgId>", "1633名" },
        { "<MsgType>event</MsgType><Event>subscribe</Event><EventKey>qrscene_1</EventKey>", "您好" },
        { "<MsgType>event</MsgType><Event>SCAN</Event><EventKey>1</EventKey>", "您好" },
        { "<MsgType>event</MsgType><Event>CLICK</Event><EventKey>补充多少教师</EventKey>", "1633名" },
        { "<MsgType>event</MsgType><Event>CLICK</Event><EventKey>V1001</EventKey>", "您好" },
        { "<MsgType>event</MsgType><Event>unsubscribe</Event><EventKey/>", null },
        { "<MsgType>event</MsgType><Event>LOCATION</Event><Latitude>1</Latitude>", null },
        { "<MsgType>event</MsgType><Event>VIEW</Event><EventKey>http://x</EventKey>", null },
        { "<MsgType>event</MsgType><Event>debug_demo</Event>", null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_message_gets_what_is_due(string fields, string? expected)
    {
        var reply = await server.User().SendAsync(server.Sends(fields));
        Assert.Equal(200, reply.Status);
        if (expected is null) Assert.Equal("success", reply.Body);
        else Assert.Contains(expected, reply.Text);
        if (expected is null) Assert.Equal("", (await server.User(Platform.WeCom).SendAsync(server.Sends(fields))).Body);
    }

    [Fact]
    public async Task A_greeting_offers_questions_that_can_be_chosen_by_number()
    {
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var greeting = (await server.User().SendAsync(server.Sends("<MsgType>event</MsgType><Event>subscribe</Event>"))).Text!;
        Assert.Contains("\n1. ", greeting);
        Assert.Contains("来源：", await server.AskAsync("1"));
    }

    [Fact]
    public async Task A_choice_is_taken_by_its_number_for_thirty_minutes()
    {
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        var asked = await server.AskAsync("要培训多少人");
        Assert.Contains("您想问的是（回复数字）：", asked);
        var number = asked!.Split('\n').Single(l => l.Contains("市教育局要培训多少人", StringComparison.Ordinal))[0];

        Assert.Contains("没有这个编号", await server.AskAsync("9"));
        Assert.Contains("没有这个编号", await server.AskAsync($"{number}", "somebody else"));
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.StartsWith("500名", await server.AskAsync($"{number}。"));

        await server.AskAsync("要培训多少人");
        time.Advance(TimeSpan.FromMinutes(30));
        Assert.Contains("没有这个编号", await server.AskAsync($"{number}"));
    }

    [Fact]
    public async Task A_follow_up_is_understood_in_the_light_of_what_this_person_asked()
    {
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        Assert.StartsWith("500名", await server.AskAsync("市教育局要培训多少人", "a"));
        var alone = await server.AskAsync("那人社局呢", "b");
        Assert.NotEqual(alone, await server.AskAsync("那人社局呢", "a"));
    }

    [Fact]
    public async Task Whoever_leaves_is_forgotten()
    {
        server.Engines.Publish(new EngineSnapshot(MadeUpTown.Fresh()));
        await server.AskAsync("要培训多少人", "a");
        Assert.Equal("success", (await server.User().SendAsync(server.Sends("<MsgType>event</MsgType><Event>unsubscribe</Event>", "a"))).Body);
        Assert.Contains("没有这个编号", await server.AskAsync("1", "a"));
        Assert.Equal(await server.AskAsync("那人社局呢", "stranger"), await server.AskAsync("那人社局呢", "a"));
    }

    [Fact]
    public async Task More_is_brought_page_by_page()
    {
        Assert.Contains("没有更多", await server.AskAsync("续"));
        var memory = new ChatMemory(new App.Channels.Http.Conversations(time), time);
        memory.Remember("u", new ChatState(["问"], ["二", "三"]));
        var desk = new ChatDesk(null!, memory, null!, null!, null!);
        Assert.Equal((null, "二"), desk.Understand("续", "u"));
        Assert.Equal((null, "三"), desk.Understand(" 續。", "u"));
        Assert.Equal((null, Sentences.NothingMore), desk.Understand("继续", "u"));
        Assert.Equal(("问", null), desk.Understand("１", "u"));
        Assert.Equal(("续聘多少教师", null), desk.Understand("续聘多少教师", "u"));
    }

    [Fact]
    public async Task One_person_who_asks_too_fast_is_told_so_and_nobody_else()
    {
        await using var slow = await ChatServer.StartAsync(time, null, "--WeChat:PerUserPerMinute=2");
        for (var i = 0; i < 2; i++) Assert.StartsWith("1633名", await slow.AskAsync("补充多少教师", "a"));
        Assert.Contains("太快", await slow.AskAsync("补充多少教师", "a"));
        Assert.StartsWith("1633名", await slow.AskAsync("补充多少教师", "b"));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith("1633名", await slow.AskAsync("补充多少教师", "a"));
    }
}
