package org.zhiheng.server;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.Rendering;

/// A route of the pages.
///
/// @param method of HTTP
/// @param pattern of the path
record Route(String method, String pattern) {

  private static final Pattern PRINTED = Pattern.compile("([A-Z]+) && (/\\S*?)\\)(?= |$)");

  /// As the routes print themselves; none is left out that has a method and a path.
  static Set<Route> all(Floors floors, Door door) {
    Rendering rendering = new Rendering(Assets.load(), floors.visitors(), ServerSettings.BEIJING);
    String printed =
        new House()
                .pages(Assets.load(), rendering, floors, door, ServerSettings.local(0))
                .toString()
            + new Entrance().entrancePages(door, rendering);
    Set<Route> found =
        new TreeSet<>(Comparator.comparing(Route::pattern).thenComparing(Route::method));
    Matcher matcher = PRINTED.matcher(printed);
    while (matcher.find()) {
      if (!matcher.group(2).startsWith("/api/") || matcher.group(2).equals("/api")) {
        found.add(new Route(matcher.group(1), matcher.group(2)));
      }
    }
    return found;
  }

  /// With ids of nothing in it.
  String path() {
    return pattern
        .replaceAll("\\{[a-zA-Z]+:([A-Z]+)\\[0-9\\]\\+\\}", "$1999999")
        .replace("{digest:[0-9a-f]{64}}", "0".repeat(64))
        .replace("{name:[a-z0-9_]{1,60}[.]svg}", "none.svg")
        .replace("{user}", "U999999")
        .replace("{token}", "K999999")
        .replaceAll("\\{[a-zA-Z]+:\\[a-z-\\]\\+\\}", "observations")
        .replaceAll("\\{[^}]*\\}+", "1")
        .replace("/**", "/x");
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
