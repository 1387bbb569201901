namespace GeekCafe.Lambda;

/// <summary>The one switch for the authentication of a function: <c>GEEKCAFE_AUTHENTICATION</c>.</summary>
internal static class FunctionAuthentication
{
    public const string Variable = "GEEKCAFE_AUTHENTICATION";

    /// <summary>Reads the switch. Null when it is not set.</summary>
    /// <exception cref="ConfigurationException">It has another value: nothing is guessed where the guess could let somebody in.</exception>
    public static Authentication? Parse(string? text) => text?.Trim() switch
    {
        null or "" => null,
        "claims" => Authentication.Claims,
        "apiKey" => Authentication.ApiKey,
        "public" => Authentication.Public,
        _ => throw new ConfigurationException($"{Variable} is none of claims, apiKey, public; set one of them, or remove it so that each operation decides for itself."),
    };

    /// <summary>The operations, all with the authentication of the function if it has one.</summary>
    /// <exception cref="ConfigurationException">They cannot have it.</exception>
    public static IReadOnlyList<ApiOperation> Apply(IReadOnlyList<ApiOperation> operations, LambdaOptions options)
    {
        if (options.Authentication is not { } authentication) return operations;
        if (authentication == Authentication.ApiKey && options.ApiKeys is null)
        {
            throw new ConfigurationException("The function's authentication is apiKey, but LambdaOptions.ApiKeys names no store to find keys in; set it where the application is configured.");
        }

        var result = new ApiOperation[operations.Count];
        for (var i = 0; i < result.Length; i++)
        {
            // An operation works on its caller's tenant. Without a caller there is no telling whose data to touch, so it cannot be opened from outside.
            if (authentication == Authentication.Public && operations[i].Authentication != Authentication.Public)
            {
                throw new ConfigurationException(
                    $"The function's authentication is public, but {operations[i].Name} needs a caller, whose tenant it works on; choose claims or apiKey, or a handler all of whose operations are declared public.");
            }

            result[i] = operations[i] with { Authentication = authentication };
        }

        return result;
    }
}
