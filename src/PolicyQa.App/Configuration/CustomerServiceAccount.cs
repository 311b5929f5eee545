namespace PolicyQa.App.Configuration;

/// <summary>The customer-service API of an Official Account. A class and no record: a record would print its secret.</summary>
internal sealed class CustomerServiceAccount
{
    private const string Tencent = "https://api.weixin.qq.com";

    public required string AppId { get; init; }

    public required string AppSecret { get; init; }

    /// <summary>Without a slash at its end.</summary>
    public required string ApiBaseUrl { get; init; }

    /// <summary>Null where it is not enabled.</summary>
    public static CustomerServiceAccount? Read(SectionValues values, CallbackAccount account)
    {
        if (!values.Flag("Enabled", false)) return null;
        if (account.ReceiveId.Length == 0) throw new UserErrorException("设置 WeChat:AppId 是空的：客服接口要用它");
        if (values.Text("AppSecret").Length == 0) throw new UserErrorException($"设置 {values.Section}:AppSecret 是空的：客服接口要用它");
        return new CustomerServiceAccount
        {
            AppId = account.ReceiveId,
            AppSecret = values.Text("AppSecret"),
            ApiBaseUrl = values.Address("ApiBaseUrl") ?? Tencent,
        };
    }
}
