package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sitrep.desk.Exporting;
import org.sitrep.desk.Exporting.Export;
import org.sitrep.desk.Exporting.Profile;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/export}: exactly what {@code sitrep export} writes under the same filters. Thread-safe. */
final class ExportApi {

  private static final int PIECE = 1 << 16;

  private final Store store;
  private final Version version;

  ExportApi(Store store, Version version) {
    this.store = store;
    this.version = version;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/export", this::export);
    routes.get("/api/export/counts", (request, response) -> Answers.json(request, response, counts(Filters.of(request, "profile"))));
  }

  private void export(ServerRequest request, ServerResponse response) {
    List<String> wanted = Api.values(request, "profile");
    if (wanted.size() != 1) {
      throw new IllegalArgumentException("name one profile: profile=claims, geojson or redirects");
    }
    Profile profile = Profile.named(wanted.getFirst());
    Filter filter = Filters.of(request, "profile", "all-versions");
    boolean all = profile == Profile.CLAIMS && Api.values(request, "all-versions").contains("true");
    Export export = Exporting.of(store, profile, all ? filter.withAllVersions() : filter);
    response.header("Content-Type", profile.type() + (profile == Profile.GEOJSON ? "" : "; charset=utf-8"));
    response.header("Content-Disposition", "attachment; filename=\"" + profile.file() + '"');
    response.header("Cache-Control", "no-store");
    response.header("X-Sitrep-Rows", Integer.toString(export.rows()));
    response.header("X-Sitrep-Version", Long.toString(version.number()));
    try (PrintStream out = new PrintStream(new BufferedOutputStream(response.outputStream(), PIECE), false, StandardCharsets.UTF_8)) {
      export.write(out);
    }
  }

  /** How many rows each profile would have. */
  private ObjectNode counts(Filter filter) {
    ObjectNode out = Exchange.object().put("version", version.number());
    ArrayNode profiles = out.putArray("profiles");
    for (Profile profile : Profile.values()) {
      int rows = Exporting.rows(store, profile, filter);
      profiles.addObject().put("profile", Exchange.name(profile)).put("rows", rows).put("type", profile.type()).put("file", profile.file());
    }
    return out;
  }
}
