package com.automatrix.ai.privacy;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What says how a person stands with money: bank accounts, income, credit score. */
final class MoneyDetectors {

    private static final String ACCOUNT =
            "(?:bank |checking |savings? |chequing )?(?:accounts?|acct?s?|acc)(?:\\.|\\b)(?:\\s?(?:#|number|num|no\\.?|nbr))?|a/c"
                    + "|routing|aba|transit number|(?:institution|branch) number|iban|clabe|swift code|bic|sort code"
                    + "|cuentas?(?: bancarias?| corrientes?| de ahorros?| de cheques)?|numero de (?:cuenta|ruta)"
                    + "|(?:my|our|his|her|the) (?:checking|savings|chequing)|bank number|direct deposit";

    private static final String ACCOUNT_VALUE =
            "\\d(?:[\\d\\s\\-.]{3,24})\\d(?!\\d)(?:\\s{0,2}(?:and|y|&|,|/|;)\\s{0,2}\\d[\\d \\-]{3,20}\\d(?!\\d)){0,3}";

    private static final String LAST =
            "(?:ending(?: in| with)?|ends(?: in| with)?|last (?:four|4)(?: digits)?(?: of)?|termina(?:da)? en|ultimos (?:cuatro|4)(?: digitos)?)";

    private static final String AMOUNT =
            "(?:us)?[$€£]?\\s?\\d[\\d,.]{0,14}(?:\\s(?:\\d{3}\\b))?(?:\\s?(?:k|mil|thousand|grand|hundred)\\b)?"
                    + "(?:\\s\\d{1,3}\\b)?(?:\\s?(?:dollars|usd|dolares|pesos|bucks))?";

    private static final String EACH =
            "(?:\\s?(?:/|per|an?|por|al|a la|each|every)\\s?(?:year|yr|month|mo|week|wk|hour|hr|day"
                    + "|ano|mes|semana|hora|quincena|annum)\\b)?";

    private static final String INCOME =
            "(?:annual |monthly |gross |net |household |yearly |weekly |family )?(?:income|salary|wages?|earnings|pay ?check|pay ?stub|take[- ]home(?: pay)?)"
                    + "|w-?2|annual pay|monthly pay|gross pay|net pay|get paid|gets paid|am paid|is paid"
                    + "|(?:i|we|he|she|wife|husband|spouse|partner) (?:(?:currently|only|just|now|about|also|both) )?(?:makes?|earns?|earned|made|bring home|brings home|gross|clear|pull in|takes? home)"
                    + "|ingresos?(?: anual(?:es)?| mensual(?:es)?)?|salario|sueldo|gano|ganamos|gana|ganaba|me pagan|le pagan|nomina";

    static final List<Detector> ALL = List.of(
            Labelled.after(Kind.ACCOUNT, ACCOUNT, 40, ACCOUNT_VALUE),
            Labelled.by(
                    Kind.ACCOUNT,
                    "(?<![a-z])(?:account|acct|cuenta|checking|savings)(?![a-z])(?:(?![.!?]\\s)\\D){0,25}?" + LAST
                            + "\\D{0,15}(?<value>\\d{3,6})(?!\\d)"),
            Labelled.by(
                    Kind.ACCOUNT,
                    "(?<!\\d)(?<value>\\d{6,17})(?!\\d)\\D{0,20}?(?<![a-z])(?:is|are|es|was) (?:my|our|the|his|her|mi) (?:bank |checking )?(?:account|acct|routing|cuenta)"),
            MoneyDetectors::iban,
            MoneyDetectors::routing,
            Labelled.after(
                    Kind.INCOME, INCOME, 30, AMOUNT + EACH + "(?!\\d|[,.]\\d|\\s?(?:down|off|deposit|miles|offer))"),
            Labelled.by(
                    Kind.INCOME,
                    "(?<value>(?<!\\d)" + AMOUNT + EACH
                            + ")\\s?(?:[a-z]{1,10} ){0,2}?(?:income|salary|gross|net pay|take[- ]home|before tax(?:es)?|after tax(?:es)?|wages|de ingresos?|de salario|de sueldo)(?![a-z])"),
            Labelled.by(
                    Kind.INCOME,
                    "(?<!\\d)(?<value>[$]?(?:\\d{2,3}[,.]?\\d{3}|\\d{2,3}\\s?(?:k|mil|thousand|grand))(?:\\s?(?:/|per|an?|al|por)\\s?(?:year|yr|ano|annum)))(?![a-z])"),
            Labelled.after(
                    Kind.CREDIT,
                    "credit (?:score|rating)|my score|fico(?: score)?|vantage ?score|beacon(?: score)?|puntaje(?: de credito)?|puntuacion de credito",
                    25,
                    "(?:\\d{3}|\\d \\d{2})(?!\\d|,\\d)"),
            Labelled.by(
                    Kind.CREDIT,
                    "(?<![\\d,.$])(?<value>[3-8]\\d{2})\\s(?:credit score|fico|beacon|vantage|credit rating|de puntaje|puntaje|score)(?![a-z])"));

    private static final Pattern IBAN =
            Pattern.compile("(?<![a-z0-9])[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?(?![a-z0-9])");
    private static final Pattern NINE = Pattern.compile("(?<![\\d.,-])\\d{9}(?![\\d,-])");
    private static final Pattern BANK = Pattern.compile(
            "\\b(?:bank|deposit|ach|wire|check|checks|withdraw|debit|banco|deposito|transferencia|cheque|credit union|transfer)\\b");
    private static final Pattern DISTRICT = Pattern.compile("(?:0\\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80).*");
    private static final int NEAR = 80;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int[] WEIGHTS = {3, 7, 1};

    private MoneyDetectors() {}

    private static Stream<Finding> iban(PlainText text) {
        Stream.Builder<Finding> found = Stream.builder();
        Matcher candidates = IBAN.matcher(text.toString());
        while (candidates.find()) {
            if (passesIban(candidates.group().replaceAll("[ -]", ""))) {
                found.add(new Finding(candidates.start(), candidates.end(), Kind.ACCOUNT));
            }
        }
        return found.build();
    }

    private static boolean passesIban(String number) {
        StringBuilder digits = new StringBuilder();
        for (char letter : (number.substring(4) + number.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(letter, 36));
        }
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    /** Nine figures that pass the check of a routing number, in a text that speaks of a bank. */
    private static Stream<Finding> routing(PlainText text) {
        String plain = text.toString();
        Stream.Builder<Finding> found = Stream.builder();
        Matcher nine = NINE.matcher(plain);
        while (nine.find()) {
            boolean bank = BANK.matcher(plain)
                    .region(Math.max(0, nine.start() - NEAR), Math.min(plain.length(), nine.end() + NEAR))
                    .find();
            if (bank && passesRouting(nine.group())) {
                found.add(new Finding(nine.start(), nine.end(), Kind.ACCOUNT));
            }
        }
        return found.build();
    }

    private static boolean passesRouting(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10 == 0 && DISTRICT.matcher(digits).matches();
    }
}
