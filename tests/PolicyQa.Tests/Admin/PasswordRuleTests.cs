using PolicyQa.App.Identity;

namespace PolicyQa.Tests.Admin;

/// <summary>Which passwords are taken.</summary>
public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("短了", "太短")]
    [InlineData("abcdefghijklmno", "太容易猜")]
    [InlineData("123456qwerty", "太容易猜")]
    [InlineData("qwertyuiop[]", "")]
    [InlineData("1q2w3e4r5t6y", "太容易猜")]
    [InlineData("1qaz2wsx3edc", "太容易猜")]
    [InlineData("abcd1abcd1abcd1", "太容易猜")]
    [InlineData("Password1234", "太容易猜")]
    [InlineData("administrator123", "太容易猜")]
    [InlineData("woaini987654", "太容易猜")]
    [InlineData("aaaaaaaaaaab", "太简单")]
    [InlineData("ZhangSan@City", "不能和用户名相同")]
    [InlineData("correct horse battery", "")]
    [InlineData("春眠不觉晓处处闻啼鸟夜来", "")]
    [InlineData("passwordless sign-in for all", "")]
    public void A_password_is_refused_for_what_makes_it_easy_to_guess(string password, string says)
    {
        var fault = PasswordRule.FaultOf(password, "zhangsan@city");
        if (says.Length == 0) Assert.Null(fault);
        else Assert.Contains(says, fault);
    }
}
