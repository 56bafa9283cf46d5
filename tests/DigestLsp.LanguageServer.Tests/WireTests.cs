using System.Text;
using System.Text.Json.Nodes;

namespace DigestLsp.LanguageServer.Tests;

/// <summary>What comes over the wire that should not: it is answered or passed over, and what follows is answered.</summary>
public sealed class WireTests
{
    private const string Hover =
        """{"jsonrpc":"2.0","id":"h","method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},"position":""";

    [Fact]
    public async Task A_message_may_come_in_any_pieces()
    {
        using var client = await LspClient.StartAsync();
        foreach (var piece in Frame("""{"jsonrpc":"2.0","id":"ü","method":"digestlsp/status","params":{"a":"蝶🦋"}}"""))
        {
            client.SendRaw([piece]);
        }
        Assert.NotNull((await AnswerAsync(client, "ü"))["result"]);
        client.SendRaw([.. Frame(Request("one")), .. Frame(Request("two")), .. Frame(Request("three"))[..30]]);
        client.SendRaw(Frame(Request("three"))[30..]);
        client.SendRaw(Frame(Request("2025-03-11T08:09:10Z")));
        await AnswerAsync(client, "one");
        await AnswerAsync(client, "two");
        await AnswerAsync(client, "three");
        await AnswerAsync(client, "2025-03-11T08:09:10Z");
    }

    [Fact]
    public async Task A_header_may_be_written_in_several_ways()
    {
        using var client = await LspClient.StartAsync();
        var body = Request("h");
        var length = body.Length;
        foreach (
            var header in new[]
            {
                $"content-length: {length}",
                $"Content-Length:{length}",
                $"Content-Length:   {length}  ",
                $"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: {length}",
                $"CONTENT-LENGTH: {length}\r\nContent-Type: application/vscode-jsonrpc; charset=utf8",
                $"Content-Length: {length}\r\nContent-Length: {length}\r\nX-Any: thing",
            }
        )
        {
            var answered = client.Received.Count;
            client.SendRaw(Encoding.UTF8.GetBytes($"{header}\r\n\r\n{body}"));
            await client.WaitForAsync($"an answer after {header}", received => received.Skip(answered).FirstOrDefault(IsAnswerTo("h")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Length: -5")]
    [InlineData("Content-Length: ")]
    [InlineData("Content-Length: 12x")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: 2147483647")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6")]
    [InlineData("Content-Length: 0")]
    [InlineData("Content-Length: 20")]
    [InlineData("Content-Length: 100")]
    [InlineData("Content-Length: 125")]
    [InlineData("nothing of the kind")]
    [InlineData("\0\0\0\0")]
    public async Task A_wrong_header_costs_one_message_and_is_logged(string header)
    {
        using var client = await LspClient.StartAsync();
        client.SendRaw(Encoding.UTF8.GetBytes($"{header}\r\n\r\n{Request("lost")}"));
        client.SendRaw(Frame(Request("next")));
        client.SendRaw(Frame(Request("after")));
        await AnswerAsync(client, "next");
        await AnswerAsync(client, "after");
        Assert.Contains(" Error MessageInput: ", client.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_by_the_code_for_it()
    {
        using var client = await LspClient.StartAsync();
        var expected = new List<(string? Id, int Code)>();
        Send("{", null, -32700);
        Send("not JSON", null, -32700);
        Send(new string('[', 100_000), null, -32700);
        Send("17", null, -32600);
        Send("[]", null, -32600);
        Send("[1]", null, -32600);
        Send("""{"jsonrpc":"1.0","id":"p","method":"digestlsp/status"}""", null, -32600);
        Send("""{"jsonrpc":"2.0","id":"m"}""", "m", -32600);
        Send("""{"jsonrpc":"2.0","id":1.5,"method":"digestlsp/status"}""", null, -32600);
        Send("""{"jsonrpc":"2.0","id":12345678901234567890123,"method":"digestlsp/status"}""", null, -32600);
        Send("""{"jsonrpc":"2.0","id":"s","method":"digestlsp/status","params":"x"}""", "s", -32600);
        Send("""{"jsonrpc":"2.0","id":"u","method":"digestlsp/unknown","params":{}}""", "u", -32601);
        Send(Hover + "{\"line\":\"x\"}}}", "h", -32602);
        Send(Hover + "{\"line\":1e400,\"character\":0}}}", "h", -32700);
        Send(Hover + "{\"line\":99999999999,\"character\":0}}}", "h", -32602);
        Send(Hover + "[]}}", "h", -32602);
        Send("""{"jsonrpc":"2.0","id":"x","method":"textDocument/rename","params":{"textDocument":7}}""", "x", -32602);
        Send("""{"jsonrpc":"2.0","id":"i","method":"initialize","params":{}}""", "i", -32600);

        await client.RequestAsync("digestlsp/status");
        await client.WaitForAsync("all refusals", received => received.Count(IsError) >= expected.Count ? "" : null);
        var found = client.Received.Where(IsError).Select(error => ((string?)error["id"], (int)error["error"]!["code"]!));
        Assert.Equal(expected.Order(), found.Order());
        Assert.DoesNotContain(client.Received, received => received.ToJsonString().Contains("   at ", StringComparison.Ordinal));

        void Send(string body, string? id, int code)
        {
            client.SendRaw(Frame(body));
            expected.Add((id, code));
        }
    }

    [Fact]
    public async Task Odd_numbers_and_missing_parts_do_no_harm()
    {
        using var session = await DigestSession.StartAsync();
        var client = session.Client;
        session.Open("untitled:a", Papers.Digest("Mar 11", Papers.Kites));
        foreach (
            var position in new[]
            {
                "{}",
                "null",
                """{"line":-1,"character":-7}""",
                """{"line":2147483647,"character":2147483647}""",
                "{\"line\":2.0,\"character\":0}",
            }
        )
        {
            client.SendRaw(Frame($"{Hover}{position}}}}}"));
        }
        client.SendRaw(
            Frame(
                """{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[{"range":{"start":{"line":-3,"character":-1},"end":{"line":-3,"character":-1}},"text":""}]}}"""
            )
        );
        client.SendRaw(
            Frame(
                """{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":3},"contentChanges":[{"range":{"start":{"line":3,"character":0},"end":{"line":0,"character":0}},"text":""}]}}"""
            )
        );
        client.SendRaw(
            Frame(
                """{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":99999999999},"contentChanges":[]}}"""
            )
        );
        client.SendRaw(Frame("""{"jsonrpc":"2.0","method":"$/cancelRequest"}"""));
        client.SendRaw(Frame("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{}}}"""));
        client.SendRaw(Frame("""{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"loud"}}"""));
        client.SendRaw(
            Frame("""{"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"http://a/b","type":9}]}}""")
        );
        Assert.Equal(session.TextOf("untitled:a"), (string?)await session.AskAsync("digestlsp/viewFileText", "untitled:a"));
    }

    [Fact]
    public async Task Ten_thousand_answers_and_cancellations_that_nobody_asked_for_are_passed_over()
    {
        using var client = await LspClient.StartAsync();
        var messages = new MemoryStream();
        for (var i = 0; i < 10_000; i++)
        {
            messages.Write(Frame($$"""{"jsonrpc":"2.0","id":{{100_000 + i}},"result":{"any":"thing"} }"""));
            messages.Write(Frame($$$"""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{{{200_000 + i}}} } }"""));
        }
        messages.Write(Frame("""{"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"x"}}"""));
        client.SendRaw(messages.ToArray());
        client.SendRaw(Frame(Request("twice")));
        client.SendRaw(Frame(Request("twice")));
        await client.WaitForAsync("both answers", received => received.Count(IsAnswerTo("twice")) == 2 ? "" : null);
    }

    [Fact]
    public async Task Sixty_four_megabytes_are_read()
    {
        using var client = await LspClient.StartAsync();
        client.SendRaw(
            Frame($$$"""{"jsonrpc":"2.0","id":"big","method":"digestlsp/unknown","params":{"text":"{{{new string('x', 64 << 20)}}}"}}""")
        );
        Assert.Equal(-32601, (int)(await AnswerAsync(client, "big"))["error"]!["code"]!);
        Assert.NotNull(await client.RequestAsync("digestlsp/status"));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_replaced()
    {
        using var client = await LspClient.StartAsync();
        var body = Encoding.UTF8.GetBytes(
            """{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"digest","version":1,"text":"a?b"}}}"""
        );
        body[^6] = 0xFF;
        client.SendRaw([.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body]);
        var text = await client.RequestAsync(
            "digestlsp/viewFileText",
            new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = "untitled:a" } }
        );
        Assert.Equal("a\uFFFDb", (string?)text);
        Assert.Contains("not UTF-8", client.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Noise_on_the_wire_neither_ends_the_server_nor_its_answers(int seed)
    {
        using var client = await LspClient.StartAsync();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var frame = Frame(
                random.Next(3) switch
                {
                    0 => Request($"noise {i}"),
                    1 =>
                        $$$"""{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:{{{i}}}","languageId":"digest","version":1,"text":"Mar 11\n"} } }""",
                    _ => Hover + "{\"line\":0,\"character\":0}}}",
                }
            );
            client.SendRaw(Spoilt(frame, random));
            if (i % 10 == 9)
            {
                // Perhaps the first is swallowed by what a header before it counted too much.
                client.SendRaw(Frame(Request("guard")));
                client.SendRaw(Frame(Request("guard")));
                client.SendRaw(Frame(Request("guard")));
                client.SendRaw(Frame(Request($"check {i}")));
                await AnswerAsync(client, $"check {i}");
            }
        }
        Assert.DoesNotContain(client.Received, received => received.ToJsonString().Contains("   at ", StringComparison.Ordinal));
    }

    private static byte[] Spoilt(byte[] frame, Random random)
    {
        var bytes = frame.ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(random.Next(2) == 0 ? Math.Min(30, bytes.Count) : bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next('0', '9'));
                    break;
                default:
                    bytes.RemoveAt(at);
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Request(string id) =>
        $$$"""{"jsonrpc":"2.0","id":"{{{id}}}","method":"digestlsp/status","params":{"padding":"0123456789 0123456789"}}""";

    private static byte[] Frame(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"Content-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }

    private static Task<JsonObject> AnswerAsync(LspClient client, string id) =>
        client.WaitForAsync($"an answer to {id}", received => received.FirstOrDefault(IsAnswerTo(id)));

    private static Func<JsonObject, bool> IsAnswerTo(string id) =>
        message => message["id"] is JsonValue value && value.TryGetValue(out string? answered) && answered == id;

    private static bool IsError(JsonObject message) => message.ContainsKey("error");
}
