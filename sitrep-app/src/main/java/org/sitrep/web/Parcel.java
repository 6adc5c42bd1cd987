package org.sitrep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/**
 * What was handed in to be read, in a directory of its own until it has been: it lies in an inbox beside the store, so that it is still
 * there when the server is killed.
 */
final class Parcel {

  private static final int MOST_FILES = 200;
  private static final int LONGEST_NAME = 120;
  private static final String PASTED = "pasted.jsonl";
  private static final String MAKING = "making-";
  private static final String FIRST = "read-";
  private static final String SECOND = "again-";

  private final Path directory;
  private final List<String> names;

  private Parcel(Path directory, List<String> names) {
    this.directory = directory;
    this.names = names;
  }

  /**
   * Unpacks {@code {text, title?, publisher?, published?, url?}}, {@code {files: [{name, base64}]}} or {@code {demo: true}}.
   *
   * @param demo where the corpus of the demonstration lies
   *
   * @throws IllegalArgumentException in words, where it is neither
   */
  static Parcel of(ObjectNode body, Path inbox, Path demo) {
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
    } else if (body.path("demo").asBoolean(false)) {
      demo(demo, names, contents);
    } else {
      throw new IllegalArgumentException("nothing to read: send {\"text\": …} or {\"files\": [{\"name\": …, \"base64\": …}]}");
    }
    return packed(names, contents, inbox);
  }

  private static void demo(Path corpus, List<String> names, List<byte[]> contents) {
    try (Stream<Path> all = Files.walk(corpus)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        names.add(file.getFileName().toString());
        contents.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the demonstration cannot be read", e);
    }
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
        line.put(field, field.equals("published") ? Api.day(value).toString() : value);
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

  /** Half a parcel has another name than a whole one. */
  private static Parcel packed(List<String> names, List<byte[]> contents, Path inbox) {
    try {
      Files.createDirectories(inbox);
      Path making = Files.createTempDirectory(inbox, MAKING);
      for (int i = 0; i < names.size(); i++) {
        Files.write(making.resolve(names.get(i)), contents.get(i));
      }
      String name = making.getFileName().toString().substring(MAKING.length());
      return new Parcel(Files.move(making, inbox.resolve(FIRST + name), StandardCopyOption.ATOMIC_MOVE), names);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be kept until it is read", e);
    }
  }

  /**
   * What an earlier server left unread, the oldest first. Each is taken out of the inbox's order once: what was cut short twice stays where
   * it is, and is told to {@code stuck}.
   */
  static List<Parcel> left(Path inbox, Consumer<Path> stuck) {
    List<Parcel> found = new ArrayList<>();
    if (!Files.isDirectory(inbox)) {
      return found;
    }
    try {
      for (Path directory : sorted(inbox)) {
        String name = directory.getFileName().toString();
        if (name.startsWith(SECOND)) {
          stuck.accept(directory);
        } else if (name.startsWith(FIRST)) {
          Path again = Files.move(directory, inbox.resolve(SECOND + name.substring(FIRST.length())));
          found.add(new Parcel(again, sorted(again).stream().map(file -> file.getFileName().toString()).toList()));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).thenComparing(Comparator.naturalOrder())).toList();
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

  /** It has been read, or will not be: nothing of it is kept. */
  void drop() {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path inbox = directory.getParent();
    if (inbox != null && inbox.toFile().list() instanceof String[] others && others.length == 0) {
      inbox.toFile().delete();
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
              capture -> {
                job.found(capture.doc());
                each.accept(new Capture(capture.doc(), outside(capture.origin()), capture.url(), capture.publisher(),
                    capture.title(), capture.published(), capture.fetched(), capture.format(), capture.content(), capture.digest()));
              },
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
