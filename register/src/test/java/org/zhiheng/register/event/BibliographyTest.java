package org.zhiheng.register.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;

final class BibliographyTest {

  private static final Named APPLICANT = Named.of(Role.APPLICANT, "示例研究所");
  private static final Named INVENTOR = Named.of(Role.INVENTOR, "示例发明人甲");
  private static final Named OTHER = Named.of(Role.INVENTOR, "示例发明人乙");

  @Test
  void keepsTheApplicantsWhenALaterNoticeNamesInventorsOnly() {
    assertThat(naming(APPLICANT, INVENTOR).then(naming(OTHER)).named())
        .containsExactly(APPLICANT, OTHER);
  }

  @Test
  void leavesTheNamesOfASilentNotice() {
    assertThat(naming(INVENTOR, APPLICANT).then(Bibliography.EMPTY).named())
        .containsExactly(INVENTOR, APPLICANT);
    assertThat(Bibliography.EMPTY.then(naming(INVENTOR, APPLICANT)).named())
        .containsExactly(INVENTOR, APPLICANT);
  }

  @Test
  void replacesATitleAsAWhole() {
    Bibliography both = Bibliography.EMPTY.withTitle("zh", "阀").then(naming(APPLICANT));

    assertThat(both.then(Bibliography.EMPTY.withTitle("en", "Valve")).titles())
        .containsExactly(new Bibliography.Text("en", "Valve"));
  }

  private static Bibliography naming(Named... named) {
    return new Bibliography(
        List.of(),
        List.of(),
        List.of(named),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
