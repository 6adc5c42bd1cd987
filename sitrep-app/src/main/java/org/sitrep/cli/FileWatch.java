package org.sitrep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Notices changes of the knowledge files below a directory by looking at their times and sizes twice a second, which works
 * alike on all systems and for every editor's way of saving. What editors keep beside the files is left out. Not thread-safe.
 */
final class FileWatch {

  private static final long PAUSE_MILLIS = 500;

  private record Stamp(FileTime changed, long size) {}

  private final Path root;
  private Map<Path, Stamp> seen;

  /** Watches from now on. */
  FileWatch(Path root) {
    this.root = root;
    this.seen = look();
  }

  /** Returns when something has changed since the last return, and has come to rest: a burst of changes is one. */
  void awaitChange() throws InterruptedException {
    Map<Path, Stamp> now = look();
    while (now.equals(seen)) {
      Thread.sleep(PAUSE_MILLIS);
      now = look();
    }
    while (!now.equals(seen)) {
      seen = now;
      Thread.sleep(PAUSE_MILLIS);
      now = look();
    }
  }

  private Map<Path, Stamp> look() {
    Map<Path, Stamp> stamps = new HashMap<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isKnowledge(file)) {
                stamps.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // removed or replaced just now: the next look sees what became of it
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(root + " cannot be watched", e);
    }
    return stamps;
  }

  private static boolean isKnowledge(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yml") || name.endsWith(".csv"));
  }
}
