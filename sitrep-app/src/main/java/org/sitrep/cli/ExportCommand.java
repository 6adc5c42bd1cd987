package org.sitrep.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Exporting;
import org.sitrep.desk.Exporting.Profile;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "export",
    description = "Writes claims or events in a form that other programs read.",
    footer = {
      "",
      "Profiles: claims (the codebook's JSON lines), geojson (events, RFC 7946), redirects (what became of ids that",
      "events had, JSON lines; takes no filter).",
      "",
      "Examples:",
      "  sitrep export --profile claims > claims.jsonl",
      "  sitrep export events.geojson --profile geojson --from 2017-09-01"
    })
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private FilterOptions filter;
  @Mixin private VersionsOption versions;

  @Option(names = "--profile", required = true, description = "claims, geojson or redirects.")
  private Profile profile = Profile.CLAIMS;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to (default: standard output).")
  private @Nullable Path file;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    try (Store open = store.openExisting(sitrep.console())) {
      if (file == null || file.toString().equals("-")) {
        write(open, sitrep.console().out());
        return Exit.OK;
      }
      if (Files.exists(file) && !force) {
        throw new UsageException(file + " is there already; say --force to write over it");
      }
      Path whole = file.toAbsolutePath();
      Path directory = whole.getParent();
      if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
        throw new UsageException(file + ": nothing can be written into " + directory);
      }
      Path part = Files.createTempFile(directory, ".sitrep", ".part");
      try {
        try (PrintStream out = new PrintStream(Files.newOutputStream(part), false, StandardCharsets.UTF_8)) {
          write(open, out);
          if (out.checkError()) {
            throw new IOException(file + " could not be written");
          }
        }
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return Exit.OK;
  }

  private void write(Store open, PrintStream out) {
    Filter wanted = profile == Profile.REDIRECTS ? Filter.ALL : filter.filter(sitrep.home());
    Exporting.of(open, profile, profile == Profile.CLAIMS ? versions.of(wanted) : wanted).write(out);
  }
}
