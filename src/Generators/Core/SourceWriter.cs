using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace GeekCafe.Generators.Core;

/// <summary>Writes indented text whose lines always end in "\n", whatever the machine or the checkout of this repository.</summary>
public sealed class SourceWriter
{
    private static readonly UTF8Encoding Utf8WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes a block of lines at the current indentation; empty lines stay empty.</summary>
    public SourceWriter Lines(string block)
    {
        foreach (var line in block.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0) _text.Append(' ', _indentation * 4).Append(line);
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes one line.</summary>
    public SourceWriter Line(string line) => Lines(line);

    /// <summary>Writes an empty line.</summary>
    public SourceWriter Line() => Lines("");

    /// <summary>Writes an XML doc summary.</summary>
    public SourceWriter Summary(string text) => Line($"/// <summary>{text}</summary>");

    /// <summary>Writes a head, an opening brace, what the body writes indented, and a closing brace.</summary>
    public SourceWriter Block(string head, Action<SourceWriter> body, string end = "}")
    {
        Lines(head).Line("{");
        _indentation++;
        body(this);
        _indentation--;
        return Line(end);
    }

    /// <summary>Writes what the body writes, one step further in.</summary>
    public SourceWriter Indented(Action<SourceWriter> body)
    {
        _indentation++;
        body(this);
        _indentation--;
        return this;
    }

    public override string ToString() => _text.ToString();

    public SourceText ToSourceText() => SourceText.From(ToString(), Utf8WithoutMark);
}
