package com.automatrix.ai.rule;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a car, by the words about it, must not be driven on: brakes, steering, wheels, fire, fuel, fumes. */
final class EmergencyWords {

    private static final String BRAKES = "(brakes?|breaks?|brks?|brakse|braks|braking|brake pedal|frenos?|frena|pedal)";
    private static final String FUEL = "(gas|gasoline|gazoline|fuel|diesel|petrol|gasolina|combustible)";
    private static final String STEERING = "(steering|stearing|steer|steering wheel|direccion|volante)";
    private static final String WHEEL =
            "(wheel|wheels|tire|tires|tyre|lug nuts?|lugnuts?|lugs|studs?|rueda|ruedas|llanta|llantas|tuercas|birlos)";
    private static final String THROTTLE = "(gas pedal|accelerator|acelerator|accellerator|throttle|acelerador)";

    private static final Pattern TOBACCO = Pattern.compile(
            "\\b(cigarettes?|cigars?|tobacco|second hand|secondhand|non|no|quit) smok(e|ed|er|ers|ing)\\b|\\bsmok(e|ed|er|ers)s? (smell|odor|free)\\b|\\bsmokers?\\b");

    private static final List<Pattern> SIGNS = List.of(
            near(
                    BRAKES,
                    6,
                    "(to the floor|to floor|all the way down|on the floor|sinks|sank|sinking|no pressure|mushy|spongy|spungy|soft|dont work|doesnt work|not working|arent working|not work|didnt work|stopped working|quit working|wont work|failed|failing|failure|fail|went out|gave out|gone|went|are out|wont stop|doesnt stop|barely stops?|barely stopping|barely works?|cant stop|no response|dont respond|nothing happens|nothing|rock hard|locked up|line busted|line burst|fluid leak\\w*|leak\\w* fluid|fluid everywhere|hasta el fondo|al fondo|al piso|no funcionan?|no sirven?|no responden?|no frenan?|no agarran?|fallan|fallaron|fallo|fallando|se quedo sin|se hunde|esponjoso|flojo|suave|no hay)"),
            any(
                    "(lost|no|without|have no|zero|hardly any|barely any|losing|sin|perdi los|perdi|me quede sin|se quedo sin) (all |my |the |los |any )?(brakes?|breaks|braking|frenos?)\\b(?! (pads?|light|noise|squeal|problem|issues?|dust|change|check))"),
            any(
                    "(car|truck|suv|it|van|carro|coche|camioneta|auto) (wont|doesnt|didnt|would not|will not|no) (stop|brake|frena|para)\\b(?! (pulling|beeping|making|chirping|dinging|squeaking|shaking|saying|asking|clicking|buzzing|running|showing|de hacer))"),
            near(
                    "(smoke|smoking|smokin|smoek|humo|humea|humeando)",
                    8,
                    "(engine|hood|dash|dashboard|vents?|motor|wheel|brakes?|car|truck|van|suv|under|cabin|exhaust|coming|pouring|white|black|thick|cofre|capo|tablero|carro|coche|camioneta|sale|saliendo|mucho)"),
            any(
                    "(on fire|caught fire|catch fire|catching fire|flames?|engine fire|small fire|car fire|little fire|fire under|se quema|se incendio|incendiando|incendio|en llamas|llamas|fuego|sparks?|sparking|chispas)"),
            near(
                    "(smell|smells|smelling|smeling|stinks?|reeks?|odor|huele|olor|leak|leaks|leaking|leeking|leaked|dripping|drips|puddle|pouring|spraying|fuga|tira|tirando|gotea|goteando)",
                    6,
                    FUEL),
            near(
                    "(burning|burnt|burning rubber|burned|electrical|quemado|quemada|hot plastic)",
                    3,
                    "(smell|smells|odor|plastic|rubber|wires?|huele|olor)"),
            near("(smell|smells|smelling|huele|olor)", 5, "(burning|burnt|burned|electrical|quemado|quemada|quemando)"),
            near(
                    STEERING,
                    6,
                    "(locked|locks|locking|lock up|seized|frozen|lost|loss|gone|wont turn|doesnt turn|no control|no response|failed|fails|failing|went out|quit|came off|loose in my hands|bloqueo|bloquea|bloqueada|bloqueado|trabo|traba|trabado|trabada|dura|duro|no gira|no responde|no funciona|fallo)"),
            any(
                    "(lost|no|losing|cant|cannot|couldnt|can barely|can hardly|hardly|barely|perdi|perdi la|sin) (all |my |the |power |la )?(steering|steer|control of|direccion|turn the wheel)\\b"),
            near(
                    WHEEL,
                    5,
                    "(fell off|falling off|fall off|fallin off|came off|coming off|come off|about to come|loose|lose|broke|broken|snapped|sheared|missing|gone|blew|blew out|blowout|blown|exploded|wobbl\\w* (bad|really|violently|crazy)|se salio|se sale|suelta|sueltas|suelto|se cae|se cayo|flojas?|flojos?|trono|reventada|revento|exploto)"),
            near(
                    THROTTLE,
                    6,
                    "(stuck|sticks|sticking|stick|jammed|wont come|pegado|pega|atorado|atora|trabado|se queda)"),
            any(
                    "(accelerat\\w*|acelerat\\w*|takes off|took off|surges?|surged|speeds up|acelera|acelero) (by itself|on its own|by its self|without me|solo|sola)"),
            any(
                    "(overheat\\w*|over heat\\w*|overheet\\w*|over heting|in the red|into the red|redlin\\w* (temp|on temp)|pegged (hot|in the red)|temp(erature)? (gauge |needle |light )?(is |was |went |goes |all the way |way )*(red|hot|high|maxed|up to h|to h)\\b|boiling|boiled over|se calienta|calentando|calento|sobrecal\\w*|hirviendo|hierve|recalent\\w*|temperatura (hasta|esta en|en) (arriba|rojo|el rojo))"),
            near("(steam|steaming|vapor)", 6, "(engine|hood|under|motor|cofre|capo|coming|pouring|sale|saliendo)"),
            any(
                    "air ?bags? (just )?(went off|deployed|blew|popped|exploded|opened|se (activo|abrio|activaron|dispararon|disparo))|se (dispar\\w+|abri\\w+|activ\\w+) (la |las |el |los )?(bolsas?|airbags?)"),
            near(
                    "(died|dies|dying|shut off|shuts off|shut down|shuts down|cuts out|cut out|stalled|stalls|stalling|lost (all )?power|loses (all )?power|se apaga|se apago|se murio)",
                    6,
                    "(highway|freeway|interstate|traffic|while driving|driving|while i was driving|intersection|motion|mph|mid ?turn|autopista|carretera|freeway|manejando|trafico|marcha)"),
            any(
                    "carbon monoxide|monoxido|exhaust (fumes? |smell |gas |gases )?(is |are |getting |coming |leaking )*(in|into|inside) the (car|cabin|truck|van)|fumes (in|inside|coming into) (the )?(car|cabin|truck|van)"),
            near(
                    "(fumes|exhaust|escape)",
                    10,
                    "(dizzy|headache|headaches|nausea|nauseous|mareo|mareado|mareada|dolor de cabeza)"),
            any(
                    "(no|zero|lost|low|sin) (engine )?oil pressure|oil pressure (light|gauge|warning|is|dropped|zero|lamp|red|went)( \\w+){0,4}|(red|roja) oil (light|lamp|can)|presion de aceite|aceite (en )?rojo"),
            any(
                    "(ball ?joint|tie ?rod|control arm|axle|axel|suspension|drive ?shaft|cv joint|subframe|frame|rotula|eje|flecha|suspencion|strut|spring) (\\w+ ){0,2}(broke|broken|snapped|separated|collapsed|fell|gave out|came off|cracked|busted|se rompio|rota|roto|se quebro|se cayo|quebrada)"),
            any(
                    "(se (rompio|quebro|cayo|solto)) (la |el |una |mi )?(rotula|eje|flecha|suspension|rueda|llanta|direccion|volante)"),
            any(
                    "(do not drive|dont drive|stop driving|not safe to drive|unsafe to drive|unsafe|park it outside|park outside|no manejar?|no manejarlo|no la manej\\w*|peligroso manejar|no es seguro)"),
            any(
                    "(hood|door|cofre) (\\w+ ){0,2}(flew|flies|popped|pops|opens|opened|swung|se abre|se abrio) (open |up )?(while|on the|at|driving|mientras|en la|manejando)"),
            any(
                    "roll(s|ed|ing) (away|in park|down|while in park|even in park|backwards in park)|wont (stay|hold) in park|se (rueda|mueve|va) (\\w+ ){0,2}(solo|sola|en park)|en park (\\w+ ){0,3}(rueda|mueve)"),
            near(
                    "(battery|bateria|charger|ev)",
                    6,
                    "(swollen|hissing|sizzling|melted|melting|exploded|smoking|hinchada|exploto|derretida|derritio)"),
            any(
                    "(fuel|gas|gasoline|gasolina|diesel) (\\w+ ){0,3}(all over|everywhere|on the ground|on the floor|under (the|my) (car|truck))"),
            any(
                    "(almost|nearly|just) (crashed|wrecked|hit somebody|hit someone|ran into|rear ended)|casi (choco|choque|me estrello|me mato|chocamos)"));

    private EmergencyWords() {}

    static boolean areIn(String words) {
        String said = TOBACCO.matcher(words).replaceAll("");
        return SIGNS.stream().anyMatch(sign -> sign.matcher(said).find());
    }

    private static Pattern any(String phrase) {
        return Pattern.compile("\\b(" + phrase + ")\\b");
    }

    /** Both, in either order, with at most so many words between. */
    private static Pattern near(String one, int words, String other) {
        String gap = "\\b(?: \\w+){0," + words + "}? \\b";
        return Pattern.compile("\\b(?:" + one + gap + other + "|" + other + gap + one + ")\\b");
    }
}
