package org.sitrep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitrep.desk.Reading;
import org.sitrep.flow.Issue;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.page.Capture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was handed in to be read, in a directory of its own until it has been. */
final class Parcel implements AutoCloseable {

  private static final int MOST_FILES = 200;
  private static final int LONGEST_NAME = 120;
  private static final String PASTED = "pasted.jsonl";

  private final Path directory;
  private final List<String> names;

  private Parcel(Path directory, List<String> names) {
    this.directory = directory;
    this.names = names;
  }

  /**
   * Unpacks {@code {text, title?, publisher?, published?, url?}} or {@code {files: [{name, base64}]}}.
   *
   * @throws IllegalArgumentException in words, where it is neither
   */
  static Parcel of(ObjectNode body) {
    List<String> names = new ArrayList<>();
    List<byte[]> contents = new ArrayList<>();
    if (body.path("text").isString()) {
      names.add(PASTED);
      contents.add(pasted(body));
    } else if (body.path("files").isArray() && !body.path("files").isEmpty()) {
      if (body.path("files").size() > MOST_FILES) {
        throw new IllegalArgumentException("more than " + MOST_FILES + " files at once; send them in parts");
      }
      body.path("files").forEach(file -> file(file, names, contents));
    } else {
      throw new IllegalArgumentException("nothing to read: send {\"text\": …} or {\"files\": [{\"name\": …, \"base64\": …}]}");
    }
    return packed(names, contents);
  }

  private static byte[] pasted(ObjectNode body) {
    String text = body.path("text").asString();
    if (text.isBlank()) {
      throw new IllegalArgumentException("the text is empty");
    }
    if (text.length() > Ingestion.LONGEST_TEXT) {
      throw new IllegalArgumentException("the text has more than " + Ingestion.LONGEST_TEXT + " characters");
    }
    ObjectNode line = JsonMapper.shared().createObjectNode().put("text", text);
    for (String field : List.of("title", "publisher", "published", "url")) {
      String value = body.path(field).asString("").strip();
      if (!value.isEmpty()) {
        line.put(field, field.equals("published") ? LocalDate.parse(value).toString() : value);
      }
    }
    if (!line.has("url")) {
      line.put("doc", "pasted-" + Answers.tag(text.getBytes(StandardCharsets.UTF_8)).replace("\"", "").substring(0, 12));
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void file(JsonNode file, List<String> names, List<byte[]> contents) {
    String name = file.path("name").asString("").replaceAll(".*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a file without a name");
    }
    String kept = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    try {
      contents.add(Base64.getDecoder().decode(file.path("base64").asString("")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(kept + ": its base64 cannot be read", e);
    }
    names.add(names.contains(kept) ? names.size() + "-" + kept : kept);
  }

  private static Parcel packed(List<String> names, List<byte[]> contents) {
    try {
      Path directory = Files.createTempDirectory("sitrep-read");
      Parcel parcel = new Parcel(directory, names);
      for (int i = 0; i < names.size(); i++) {
        Files.write(directory.resolve(names.get(i)), contents.get(i));
      }
      return parcel;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be kept until it is read", e);
    }
  }

  /** For people. */
  String what() {
    String first = names.getFirst().equals(PASTED) ? "pasted text" : names.getFirst();
    return names.size() == 1 ? first : first + " and " + (names.size() - 1) + " more";
  }

  /** As reading takes it; what is left out is told to the job. */
  Reading.Input input(Jobs.Job job) {
    return new Unpacked(job);
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Unpacked implements Reading.Input {

    private final Jobs.Job job;
    private int rejects;

    Unpacked(Jobs.Job job) {
      this.job = job;
    }

    @Override
    public List<String> names() {
      return names.stream().map(n -> "page:" + n).toList();
    }

    @Override
    public void read(Consumer<Capture> each, Consumer<Issue> issues) {
      new Ingestion()
          .read(
              names.stream().map(directory::resolve).toList(),
              capture -> each.accept(new Capture(capture.doc(), outside(capture.origin()), capture.url(), capture.publisher(),
                  capture.title(), capture.published(), capture.fetched(), capture.format(), capture.content(), capture.digest())),
              issue -> {
                Issue known = new Issue(issue.kind(), outside(issue.where()), issue.position(), outside(issue.message()));
                reject(known);
                issues.accept(known);
              });
    }

    /** The directory is nobody's business: what came through the page is named so. */
    private String outside(String path) {
      return path.replace(directory + java.io.File.separator, "page:");
    }

    @Override
    public void reject(Issue issue) {
      if (issue.kind().rejects()) {
        rejects++;
      }
      job.leaveOut(issue.toString());
    }

    @Override
    public int rejects() {
      return rejects;
    }
  }
}
