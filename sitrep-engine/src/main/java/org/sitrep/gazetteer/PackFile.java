package org.sitrep.gazetteer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a pack that is written beside its place and moved there when all is well. The same lines give the same bytes: gzip
 * without a time.
 *
 * @param target where it belongs
 * @param other the same file with the other ending, which it takes the place of
 * @param part where it is written, a file of this import alone
 */
record PackFile(Path target, Path other, Path part) {

  static PackFile of(Path directory, String name, boolean gzip) {
    Path plain = directory.resolve(name + ".csv");
    Path packed = directory.resolve(name + ".csv.gz");
    Path target = gzip ? packed : plain;
    return new PackFile(target, gzip ? plain : packed, target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part"));
  }

  void write(List<String> lines) {
    try {
      Files.createDirectories(part.toAbsolutePath().getParent());
      try (OutputStream raw = Files.newOutputStream(part);
          OutputStream out = target.toString().endsWith(".gz") ? new Best(raw) : raw;
          BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
        for (String line : lines) {
          text.write(line);
          text.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void move() {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Best extends GZIPOutputStream {
    Best(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
