using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PolicyQa.App.Data;

namespace PolicyQa.App.Identity;

/// <summary>Hashes passwords, by ASP.NET Core's hasher (PBKDF2 with HMAC-SHA-512), one at a time: nobody can keep all processors busy by signing in.</summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>As OWASP advises.</summary>
    private const int Iterations = 210_000;

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim gate = new(1);

    // Looked at where there is no such account, so that it takes as long as where there is one.
    private string? nobody;

    public async Task<string> HashAsync(string password, CancellationToken cancellationToken) => await InTurnAsync(() => Hasher.HashPassword(null!, password), cancellationToken);

    /// <summary>Whether the password is the account's; takes as long where <paramref name="account"/> is null, and is false then.</summary>
    public async Task<bool> VerifyAsync(Account? account, string password, CancellationToken cancellationToken) => await InTurnAsync(
        () => Hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? (nobody ??= Hasher.HashPassword(null!, Secrets.New())), password) != PasswordVerificationResult.Failed && account is not null,
        cancellationToken);

    public void Dispose() => gate.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}
