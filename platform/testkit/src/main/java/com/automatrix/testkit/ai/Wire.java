package com.automatrix.testkit.ai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the forms that the two APIs publish. */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PIECE = 12;

    private Wire() {}

    static String error(String message, String type) {
        return JSON.writeValueAsString(Map.of("error", Map.of("message", message, "type", type)));
    }

    static String models(List<String> names) {
        var models = names.stream()
                .map(name -> Map.of("id", name, "object", "model", "created", 1, "owned_by", "scripted"))
                .toList();
        return JSON.writeValueAsString(Map.of("object", "list", "data", models));
    }

    static String chat(Prompt prompt, Reply reply) {
        Object message = reply.tool() == null
                ? Map.of("role", "assistant", "content", reply.text())
                : Map.of("role", "assistant", "tool_calls", List.of(toolCall(reply)));
        return JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-scripted",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                prompt.model(),
                "choices",
                List.of(Map.of("index", 0, "finish_reason", reply.finish(), "message", message)),
                "usage",
                chatUsage(prompt, reply)));
    }

    static List<String> chatChunks(Prompt prompt, Reply reply) {
        List<String> chunks = new ArrayList<>();
        if (reply.tool() == null) {
            pieces(reply.text())
                    .forEach(piece -> chunks.add(chunk(
                            prompt,
                            List.of(Map.of("index", 0, "delta", Map.of("role", "assistant", "content", piece))))));
        } else {
            chunks.add(chunk(
                    prompt,
                    List.of(Map.of(
                            "index", 0, "delta", Map.of("role", "assistant", "tool_calls", List.of(indexed(reply)))))));
        }
        chunks.add(chunk(prompt, List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reply.finish()))));
        chunks.add(JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-scripted",
                "object",
                "chat.completion.chunk",
                "created",
                1,
                "model",
                prompt.model(),
                "choices",
                List.of(),
                "usage",
                chatUsage(prompt, reply))));
        chunks.add("[DONE]");
        return chunks.stream().map(chunk -> "data: " + chunk + "\n\n").toList();
    }

    private static String chunk(Prompt prompt, List<?> choices) {
        return JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-scripted",
                "object",
                "chat.completion.chunk",
                "created",
                1,
                "model",
                prompt.model(),
                "choices",
                choices));
    }

    private static Map<String, Object> toolCall(Reply reply) {
        return Map.of(
                "id", "call-scripted",
                "type", "function",
                "function", Map.of("name", String.valueOf(reply.tool()), "arguments", reply.text()));
    }

    private static Map<String, Object> indexed(Reply reply) {
        return Map.of(
                "index",
                0,
                "id",
                "call-scripted",
                "type",
                "function",
                "function",
                Map.of("name", String.valueOf(reply.tool()), "arguments", reply.text()));
    }

    private static Map<String, Object> chatUsage(Prompt prompt, Reply reply) {
        int in = prompt.tokens();
        int out = Prompt.tokens(reply.text());
        return Map.of("prompt_tokens", in, "completion_tokens", out, "total_tokens", in + out);
    }

    static String response(Prompt prompt, Reply reply) {
        return JSON.writeValueAsString(responseTree(prompt, reply));
    }

    private static Map<String, Object> responseTree(Prompt prompt, Reply reply) {
        int in = prompt.tokens();
        int out = Prompt.tokens(reply.text());
        boolean isWhole = !reply.finish().equals("length");
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", "resp_scripted");
        tree.put("object", "response");
        tree.put("created_at", 1);
        tree.put("model", prompt.model());
        tree.put("status", isWhole ? "completed" : "incomplete");
        if (!isWhole) {
            tree.put("incomplete_details", Map.of("reason", "max_output_tokens"));
        }
        tree.put("output", List.of(output(reply)));
        tree.put("parallel_tool_calls", true);
        tree.put("tool_choice", "auto");
        tree.put("tools", List.of());
        tree.put(
                "usage",
                Map.of(
                        "input_tokens",
                        in,
                        "input_tokens_details",
                        Map.of("cached_tokens", 0),
                        "output_tokens",
                        out,
                        "output_tokens_details",
                        Map.of("reasoning_tokens", 0),
                        "total_tokens",
                        in + out));
        return tree;
    }

    private static Map<String, Object> output(Reply reply) {
        if (reply.tool() != null) {
            return Map.of(
                    "type", "function_call",
                    "id", "fc_scripted",
                    "call_id", "call-scripted",
                    "name", reply.tool(),
                    "arguments", reply.text(),
                    "status", "completed");
        }
        Object part = reply.finish().equals("content_filter")
                ? Map.of("type", "refusal", "refusal", "I cannot help with that.")
                : Map.of("type", "output_text", "text", reply.text(), "annotations", List.of());
        return Map.of(
                "type", "message",
                "id", "msg_scripted",
                "role", "assistant",
                "status", "completed",
                "content", List.of(part));
    }

    static List<String> responseEvents(Prompt prompt, Reply reply) {
        List<String> events = new ArrayList<>();
        for (String piece : pieces(reply.text())) {
            events.add(event(
                    "response.output_text.delta",
                    Map.of(
                            "type",
                            "response.output_text.delta",
                            "sequence_number",
                            events.size(),
                            "item_id",
                            "msg_scripted",
                            "output_index",
                            0,
                            "content_index",
                            0,
                            "logprobs",
                            List.of(),
                            "delta",
                            piece)));
        }
        events.add(event(
                "response.completed",
                Map.of(
                        "type", "response.completed",
                        "sequence_number", events.size(),
                        "response", responseTree(prompt, reply))));
        return events;
    }

    private static String event(String name, Map<String, Object> data) {
        return "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); start += PIECE) {
            pieces.add(text.substring(start, Math.min(text.length(), start + PIECE)));
        }
        return pieces;
    }
}
