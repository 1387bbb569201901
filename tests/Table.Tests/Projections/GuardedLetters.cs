namespace GeekCafe.Table.Tests.Projections;

/// <summary>A service that decides about whole letters, in a class that the generator never saw.</summary>
public class GuardedLetters(ServiceEnvironment environment) : LetterService(environment)
{
    protected override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Letter resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(resource?.Body != "secret");
}

/// <summary>The same, and what it may decide about parts it decides by itself.</summary>
public sealed class CheapLetters(ServiceEnvironment environment) : GuardedLetters(environment)
{
    protected override ValueTask<bool> AuthorizeProjectionAsync<TProjection>(Caller caller, TProjection projection, CancellationToken cancellationToken) =>
        projection is LetterCard card ? ValueTask.FromResult(card.Status != "secret") : base.AuthorizeProjectionAsync(caller, projection, cancellationToken);
}
