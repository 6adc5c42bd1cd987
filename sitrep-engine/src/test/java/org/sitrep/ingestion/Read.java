package org.sitrep.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/** What came of reading. */
record Read(List<Capture> captures, List<Issue> issues) {

  static Read file(Path dir, String name, byte[] bytes) throws IOException {
    Path file = dir.resolve(name);
    Files.write(file, bytes);
    return of(new Ingestion(), file);
  }

  static Read limited(int limit, Path dir, String name, byte[] bytes) throws IOException {
    Path file = dir.resolve(name);
    Files.write(file, bytes);
    return of(new Ingestion(limit, InputStream.nullInputStream()), file);
  }

  static Read standardInput(InputStream in) {
    return of(new Ingestion(Ingestion.DEFAULT_LIMIT, in), Path.of("-"));
  }

  private static Read of(Ingestion ingestion, Path path) {
    Read read = new Read(new ArrayList<>(), new ArrayList<>());
    ingestion.read(List.of(path), read.captures::add, read.issues::add);
    return read;
  }

  List<String> docs() {
    return captures.stream().map(Capture::doc).toList();
  }

  List<String> texts() {
    return captures.stream().map(Capture::content).toList();
  }

  List<Issue> rejects() {
    return issues.stream().filter(i -> i.kind().rejects()).toList();
  }

  String messages() {
    return String.join("\n", issues.stream().map(Issue::toString).toList());
  }
}
