package org.hearsay.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearsay.reading.TimeExpression;
import org.junit.jupiter.api.Test;

class TimeTaggerTest {

  private static final LocalDate TUESDAY = LocalDate.of(2013, 2, 12);

  @Test
  void printsEdtf() {
    assertThat(edtf("Elle y vit depuis 2007.", "fr")).containsExactly("2007/..");
    assertThat(edtf("Ouvert jusqu'au 5 mars 2013.", "fr")).containsExactly("../2013-03-05");
    assertThat(edtf("Fermé du 3 au 5 mars 2013.", "fr"))
        .containsExactly("2013-03-03/2013-03-05", "2013-03-03/2013-03-05");
    assertThat(edtf("Entre 2007 et 2009.", "fr")).containsExactly("2007/2009", "2007/2009");
    assertThat(edtf("Né vers 1450.", "fr")).containsExactly("1450~");
    assertThat(edtf("Né probablement en 1450.", "fr")).containsExactly("1450?");
    assertThat(edtf("Une mode des années 80.", "fr")).containsExactly("198X");
    assertThat(edtf("Le printemps 2020.", "fr")).containsExactly("2020-21");
    assertThat(edtf("A chapel of the 12th century.", "en")).containsExactly("11XX");
    assertThat(edtf("They met last week.", "en")).containsExactly("2013-02-04/2013-02-10");
    assertThat(edtf("It lasted three days.", "en")).containsExactly((String) null);
  }

  @Test
  void leavesRelativeExpressionsUnresolvedWithoutADay() {
    var times =
        new TimeTagger()
            .tag("Il a démissionné hier, la loi date du 3 mars.", "fr", Optional.empty());
    assertThat(times).extracting(TimeExpression::value).containsExactly(null, "XXXX-03-03");
    assertThat(times).extracting(TimeExpression::anchor).containsOnlyNulls();
  }

  @Test
  void takesADayFromTheDateMentionedBefore() {
    var times =
        new TimeTagger()
            .tag("Arrivé le 3 mai 1998, il part le lendemain.", "fr", Optional.of(TUESDAY));
    assertThat(times).extracting(TimeExpression::value).containsExactly("1998-05-03", "1998-05-04");
    assertThat(times.get(1).anchor()).isEqualTo(TimeExpression.Anchor.PREVIOUS);
  }

  private static List<String> edtf(String text, String language) {
    return new TimeTagger()
        .tag(text, language, Optional.of(TUESDAY)).stream().map(TimeExpression::edtf).toList();
  }
}
