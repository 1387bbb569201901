using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>Where the value of a parameter comes from.</summary>
public enum Binding
{
    /// <summary>Who asks.</summary>
    Caller,
    /// <summary>The resource's key, from the route's members.</summary>
    Key,
    /// <summary>What ends the call.</summary>
    Cancellation,
    /// <summary>The query parameters of lists.</summary>
    Page,
    /// <summary>The If-Match header.</summary>
    IfVersion,
    /// <summary>A parameter of the route.</summary>
    Route,
    /// <summary>A query parameter.</summary>
    Query,
    /// <summary>A partial record in the body of a request, or the input of a job.</summary>
    Document,
    /// <summary>The resource's generated input or patch in the body.</summary>
    Input,
}

/// <summary>A parameter of a method that an operation or a job calls.</summary>
/// <param name="Binding">Where its value comes from.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="ApiName">Its name in the route or the query.</param>
/// <param name="TypeName">The type in C# without a question mark, with <c>global::</c>; empty where it follows from the binding.</param>
public sealed record ParameterModel(Binding Binding, string Name, string ApiName, string TypeName)
{
    /// <summary>How a text becomes its value; null if it is none of the route or the query.</summary>
    public TypeModel? Type { get; init; }

    /// <summary>What it is without a value, as C#; null if it must be given.</summary>
    public string? Absent { get; init; }

    /// <summary>The full name of the record in the body, which the manifest shortens where that is unique.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its local in generated code.</summary>
    public string Local => Name is "context" or "binding" or "service" or "answer" ? Name + "Value" : CSharp.Identifier(Name);
}

/// <summary>What a method answers.</summary>
public enum AnswerKind
{
    Resource,
    Updated,
    Page,
    Document,
    DocumentPage,
    Nothing,
}

/// <summary>What a method answers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">The full name of its record; empty if there is none.</param>
/// <param name="IsOwn">Whether that is the resource of the service.</param>
public sealed record AnswerModel(AnswerKind Kind, string Reference, bool IsOwn);

/// <summary>A method of a service that an operation or a job calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes, in order.</param>
/// <param name="Answer">What it answers.</param>
public sealed record ServiceMethodModel(string Name, EquatableArray<ParameterModel> Parameters, AnswerModel Answer)
{
    /// <summary>The body of a request or the input of a job; null if it takes none.</summary>
    public ParameterModel? Body
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Binding is Binding.Document or Binding.Input) return parameter;
            }

            return null;
        }
    }

    public bool Takes(Binding binding)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Binding == binding) return true;
        }

        return false;
    }
}

/// <summary>An HTTP operation that a user wrote.</summary>
/// <param name="Name">Its name within the resource.</param>
/// <param name="HttpMethod">The HTTP method.</param>
/// <param name="Route">The path.</param>
/// <param name="Authentication">The member of GeekCafe.Lambda.Authentication.</param>
/// <param name="Method">What does the work.</param>
public sealed record CustomOperationModel(string Name, string HttpMethod, string Route, string Authentication, ServiceMethodModel Method)
{
    /// <summary>Whether its list begins with the largest sort key unless the request says otherwise.</summary>
    public bool Descending { get; init; }
}

/// <summary>A job of a resource.</summary>
/// <param name="Name">Its name within the resource.</param>
/// <param name="Schedule">When it runs by itself; empty if never.</param>
/// <param name="Method">What does the work.</param>
public sealed record JobModel(string Name, string Schedule, ServiceMethodModel Method);
