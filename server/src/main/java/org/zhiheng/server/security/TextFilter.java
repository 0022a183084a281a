package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.zhiheng.values.Problem;

/// Turns texts with the character U+0000 away: nobody types it, and no database keeps it.
///
/// Of a program only the query is looked at: its body is read by whom it is for.
final class TextFilter extends OncePerRequestFilter {

  private final Refusals refusals;

  TextFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    boolean refused =
        (query != null && query.contains("%00"))
            || (!Guard.isApi(request)
                && request.getParameterMap().values().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(text -> text.indexOf('\0') >= 0));
    if (refused) {
      refusals.write(
          request,
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          Problem.of("text-nul", "", "", "A text must not hold the character U+0000."));
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException failed) {
      if (!(failed.getCause() instanceof MultipartException)) {
        throw failed;
      }
      // the framework reads the parts' heads before it asks which page is meant
      refusals.write(
          request,
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          Problem.of(
              "multipart",
              "",
              "",
              "The form does not read as multipart/form-data: a part's head."));
    }
  }
}
