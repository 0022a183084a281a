package org.zhiheng.server.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhiheng.jobs.access.Permission;

/// What a program may ask of the REST interface, as its description lists it: a closed set, from
/// which the routes, the checks of what is sent and the OpenAPI document are made.
public sealed interface Operation
    permits RightsOperation,
        AdministerOperation,
        ExamineOperation,
        ProveOperation,
        FinanceOperation {

  /// Where the interface begins.
  String BASE = "/api/v1";

  /// All of them; where two paths fit a request, the earlier one is meant.
  static List<Operation> all() {
    return Stream.<Operation[]>of(
            RightsOperation.values(),
            AdministerOperation.values(),
            ExamineOperation.values(),
            ProveOperation.values(),
            FinanceOperation.values())
        .flatMap(Stream::of)
        .toList();
  }

  /// Its name, as enums have it.
  String name();

  /// What it is.
  Spec spec();

  /// `GET`, `POST`, `PUT` or `DELETE`.
  default String method() {
    return spec().method();
  }

  /// The whole path, with its variables in braces.
  default String path() {
    return BASE + spec().path();
  }

  /// In a few words.
  default String summary() {
    return spec().summary();
  }

  /// What it needs.
  default Permission permission() {
    return spec().permission();
  }

  /// The query parameters it knows.
  default List<String> parameters() {
    return spec().parameters();
  }

  /// The variables of its path, in their order.
  default List<String> variables() {
    return Spec.VARIABLE.matcher(path()).results().map(found -> found.group(1)).toList();
  }

  /// What an operation is.
  ///
  /// @param method `GET`, `POST`, `PUT` or `DELETE`
  /// @param path after [#BASE], with its variables in braces
  /// @param summary in a few words
  /// @param permission what it needs
  /// @param parameters the query parameters it knows
  /// @param fields the names that a JSON body may hold
  /// @param upload whether it takes a file
  /// @param status of an answer when it is done
  /// @param type the media type of what it answers; empty for nothing
  record Spec(
      String method,
      String path,
      String summary,
      Permission permission,
      List<String> parameters,
      List<String> fields,
      boolean upload,
      int status,
      String type) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    /// Holds the lists unchangeable.
    public Spec {
      parameters = List.copyOf(parameters);
      fields = List.copyOf(fields);
    }

    /// Takes nothing, and answers JSON.
    static Spec of(String method, String path, String summary, Permission permission) {
      return new Spec(
          method, path, summary, permission, List.of(), List.of(), false, 200, "application/json");
    }

    /// @param names of query parameters, apart by spaces
    Spec asked(String names) {
      List<String> asked = List.of(names.split(" ", -1));
      return new Spec(method, path, summary, permission, asked, fields, upload, status, type);
    }

    /// @param names that its body may hold, apart by spaces
    Spec sent(String names) {
      return sent(List.of(names.split(" ", -1)));
    }

    Spec sent(List<String> names) {
      return new Spec(method, path, summary, permission, parameters, names, upload, status, type);
    }

    Spec uploaded() {
      return new Spec(method, path, summary, permission, parameters, fields, true, status, type);
    }

    Spec answered(int done) {
      return new Spec(method, path, summary, permission, parameters, fields, upload, done, type);
    }

    Spec typed(String media) {
      return new Spec(method, path, summary, permission, parameters, fields, upload, status, media);
    }

    Spec silent() {
      return new Spec(method, path, summary, permission, parameters, fields, upload, 204, "");
    }
  }
}
