// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page says is English, or German where that is the browser's language.
const german = {
    "Your question to the network": "Deine Frage an das Netz",
    "The network's answer": "Die Antwort des Netzes",
    "The network": "Das Netz",
    "Layer": "Schicht",
    "Kind": "Art",
    "Gives": "Liefert",
    "Numbers it holds": "Zahlen darin",
    "This page holds the whole network: its numbers, and a short program that computes its answers. Look at the page's source, it is made to be read. In the browser's console, predict([…]) asks the network by hand.":
        "Diese Seite enthält das ganze Netz: seine Zahlen und ein kurzes Programm, das seine Antworten ausrechnet. Sieh dir den Quelltext der Seite an, er ist zum Lesen gemacht. In der Konsole des Browsers fragst du das Netz mit predict([…]) von Hand.",
    "Nothing that you draw or open leaves your computer.": "Nichts, was du zeichnest oder öffnest, verlässt deinen Rechner.",
    "No picture yet": "Noch kein Bild",
    "Only its middle is used, as wide and high as the network's images are.":
        "Nur die Mitte zählt, so breit und hoch wie die Bilder des Netzes.",
    "Open a picture…": "Bild öffnen …",
    "{0} is no picture that this browser can read.": "{0} ist kein Bild, das dieser Browser lesen kann.",
    "{0}, as the network sees it": "{0}, wie das Netz es sieht",
    "Open a picture from this computer, or drop one here.": "Öffne ein Bild von diesem Rechner, oder zieh eines hierher.",
    "A point in the plane; arrow keys move it.": "Ein Punkt in der Ebene; die Pfeiltasten bewegen ihn.",
    "{0} (to the right)": "{0} (nach rechts)",
    "{0} (up)": "{0} (nach oben)",
    "Drag the ring, or move it with the arrow keys.": "Zieh den Ring, oder bewege ihn mit den Pfeiltasten.",
    "Drag the ring over the map, or move it with the arrow keys. The map's colours are the network's answers.":
        "Zieh den Ring über die Karte, oder bewege ihn mit den Pfeiltasten. Die Farben der Karte sind die Antworten des Netzes.",
    "Blue is {0}, orange {1}.": "Blau ist {0}, Orange {1}.",
    "{0}, slider": "{0}, Schieberegler",
    "Move the sliders, or type numbers.": "Bewege die Regler, oder tippe Zahlen ein.",
    "These are {0} numbers; the network takes {1}.": "Das sind {0} Zahlen; das Netz nimmt {1}.",
    "Not all of these are numbers.": "Nicht alles davon sind Zahlen.",
    "{0} numbers ({1}), with spaces between": "{0} Zahlen ({1}), mit Leerzeichen dazwischen",
    "Type or paste numbers.": "Tippe Zahlen ein, oder füge sie ein.",
    "Paper to draw on. Arrow keys move the pen, Space puts it down and up.":
        "Papier zum Zeichnen. Die Pfeiltasten bewegen den Stift, die Leertaste setzt ihn auf und ab.",
    "Your drawing as the network sees it": "Deine Zeichnung, wie das Netz sie sieht",
    "as the network sees it": "wie das Netz es sieht",
    "Stroke back": "Strich zurück",
    "Clear": "Leeren",
    "Draw with the mouse or a finger, large. Or with the keys: arrows move the pen, Space puts it down and up.":
        "Zeichne groß, mit der Maus oder dem Finger. Oder mit den Tasten: Pfeile bewegen den Stift, die Leertaste setzt ihn auf und ab.",
    "Scores: the largest wins": "Punktwerte: Der größte gewinnt",
    "How sure the network is": "Wie sicher das Netz ist",
    "The image that the network makes": "Das Bild, das das Netz macht",
    "Output {0}": "Ausgang {0}",
    "The first {0} of {1} numbers.": "Die ersten {0} von {1} Zahlen.",
};
const isGerman = navigator.language.toLowerCase().startsWith("de");

// A sentence in the reader's language, with values in the places {0}, {1}.
function say(text, ...values) {
    return (isGerman ? german[text] ?? text : text).replace(/\{(\d)\}/g, (_, place) => values[place]);
}

// What stands in the page already.
function translatePage() {
    document.documentElement.lang = isGerman ? "de" : "en";
    for (const place of document.querySelectorAll("[data-say]"))
        place.textContent = say(place.textContent);
    for (const place of document.querySelectorAll("[data-label]"))
        place.setAttribute("aria-label", say(place.getAttribute("aria-label")));
}
