namespace GeekCafe.DynamoDb;

/// <content>Sending transactions against other transactions.</content>
public sealed partial class DynamoTable
{
    /// <summary>
    /// Sends a transaction that carries a token. DynamoDB cancels a transaction that meets another one on an item; the client sends it again a
    /// few times and within a quota that all its callers share. Many writers of one item need more than that, and as the token makes all attempts
    /// one, it goes on until the caller's deadline.
    /// </summary>
    private async ValueTask<DynamoReply> SendTransactionAsync(DynamoRequest request, TableCall call)
    {
        var contention = new Contention(Client.Clock, call);
        var earlier = false;
        while (true)
        {
            try
            {
                var reply = await SendAsync(DynamoOperation.TransactWriteItems, request, call).ConfigureAwait(false);
                if (reply.Error is not { Kind: DynamoErrorKind.WriteConflict } error) return reply.Conclude(reply.Attempts, earlier || reply.EarlierAttemptMayHaveBeenApplied);
                if (contention.Next() is not { } wait) return reply.Conclude(reply.Attempts, earlier || reply.EarlierAttemptMayHaveBeenApplied);
                earlier |= error.MayHaveBeenApplied;
                reply.Dispose();
                await Task.Delay(wait, call.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (earlier)
            {
                throw new DynamoCanceledException(mayHaveBeenApplied: true, call.CancellationToken);
            }
        }
    }
}
