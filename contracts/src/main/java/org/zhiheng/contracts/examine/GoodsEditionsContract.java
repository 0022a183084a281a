package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.GoodsEditions;
import org.zhiheng.jobs.examine.NamedBytes;
import org.zhiheng.values.Digest;

/// What every implementation of [GoodsEditions] keeps to.
///
/// Editions belong to the whole workspace, and the store may be shared by the tests of a class:
/// each test looks only at editions of its own.
public abstract class GoodsEditionsContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");

  /// The editions under test, of the same store in one test.
  protected abstract GoodsEditions editions();

  /// Text that no other test of this run has.
  protected abstract String unique();

  private static NamedBytes file(String name, String text) {
    return new NamedBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private GoodsEditions.Edition edition(String name, String by, Instant at) {
    return new GoodsEditions.Edition(
        Digest.of((name + unique()).getBytes(StandardCharsets.UTF_8)), name, at, by, 3, 25, 2);
  }

  private List<GoodsEditions.Edition> own(GoodsEditions.Edition... own) {
    List<Digest> digests = List.of(own).stream().map(GoodsEditions.Edition::digest).toList();
    return editions().all().stream()
        .filter(one -> digests.contains(one.digest()))
        .collect(Collectors.toList());
  }

  @Test
  protected void givesBackAnEditionWithItsFilesInTheirOrder() throws IOException {
    GoodsEditions.Edition edition = edition("NCL12-2025", "li", AT);
    List<NamedBytes> files =
        List.of(
            file("乙.csv", "0101,工业气体"),
            new NamedBytes("甲.xlsx", new byte[] {0, -1, 80, 75}),
            file("empty.txt", ""));
    assertThat(editions().keep(edition, files)).isTrue();
    assertThat(own(edition)).containsExactly(edition);
    assertThat(editions().files(edition.digest())).contains(files);
  }

  @Test
  protected void hasNoFilesOfWhatWasNeverKept() throws IOException {
    assertThat(editions().files(edition("never", "li", AT).digest())).isEmpty();
  }

  @Test
  protected void givesTheNewestImportFirstWhateverItsTime() {
    GoodsEditions.Edition first = edition("first", "li", AT);
    GoodsEditions.Edition second = edition("second", "li", AT.minusSeconds(60));
    editions().keep(first, List.of(file("a", "1")));
    editions().keep(second, List.of(file("a", "2")));
    assertThat(own(first, second)).containsExactly(second, first);
    assertThat(editions().all().getFirst()).isEqualTo(second);
  }

  @Test
  protected void keepsTheSameContentOnceAndTakesItForTheNewestAgain() throws IOException {
    GoodsEditions.Edition first = edition("first", "li", AT);
    GoodsEditions.Edition second = edition("second", "li", AT);
    List<NamedBytes> files = List.of(file("a", "1"), file("b", "2"));
    editions().keep(first, files);
    editions().keep(second, List.of(file("a", "2")));
    GoodsEditions.Edition again =
        new GoodsEditions.Edition(
            first.digest(),
            "renamed",
            AT.plusSeconds(60),
            "wang",
            first.groups(),
            first.items(),
            first.notes());

    assertThat(editions().keep(again, files)).isFalse();
    assertThat(own(first, second)).containsExactly(again, second);
    assertThat(editions().files(first.digest())).contains(files);
  }

  @Test
  protected void refusesFilesThatAreTooLarge() throws IOException {
    GoodsEditions.Edition edition = edition("large", "li", AT);
    NamedBytes half = new NamedBytes("half", new byte[GoodsEditions.BYTES_MAX / 2]);
    assertThatThrownBy(() -> editions().keep(edition, List.of(half, half, file("one", "1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("67108864 bytes: 67108865"); // 64 MiB, and one more
    assertThat(own(edition)).isEmpty();
    assertThat(editions().files(edition.digest())).isEmpty();
  }
}
