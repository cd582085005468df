<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Protomind</source>
        <translation>Über Protomind</translation>
    </message>
    <message>
        <source>The program&apos;s icon</source>
        <translation>Das Symbol des Programms</translation>
    </message>
    <message>
        <source>About the program</source>
        <translation>Über das Programm</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Protomind</source>
        <translation>Protomind</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;New from Template…</source>
        <translation>&amp;Neu aus Vorlage …</translation>
    </message>
    <message>
        <source>Begin with a network, data and settings that work</source>
        <translation>Mit einem Netz, Daten und Einstellungen beginnen, die funktionieren</translation>
    </message>
    <message>
        <source>New &amp;Empty</source>
        <translation>Neu und &amp;leer</translation>
    </message>
    <message>
        <source>Begin with an empty canvas</source>
        <translation>Mit einer leeren Zeichenfläche beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a project or a network</source>
        <translation>Ein Projekt oder ein Netz öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the network, its data, settings and trained weights</source>
        <translation>Das Netz mit Daten, Einstellungen und trainierten Gewichten speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Train / Pause</source>
        <translation>&amp;Trainieren / Anhalten</translation>
    </message>
    <message>
        <source>Train the network, or pause it</source>
        <translation>Das Netz trainieren, oder das Training anhalten</translation>
    </message>
    <message>
        <source>Train on One &amp;Batch</source>
        <translation>Mit einem &amp;Batch trainieren</translation>
    </message>
    <message>
        <source>Train on a single batch, then pause</source>
        <translation>Mit einem einzigen Batch trainieren, dann anhalten</translation>
    </message>
    <message>
        <source>Train One &amp;Epoch</source>
        <translation>Eine &amp;Epoche trainieren</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause</source>
        <translation>Bis zum Ende der Epoche trainieren, dann anhalten</translation>
    </message>
    <message>
        <source>&amp;Reset Weights</source>
        <translation>Gewichte zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Begin again with fresh weights of the same seed</source>
        <translation>Mit frischen Gewichten desselben Startwerts neu beginnen</translation>
    </message>
    <message>
        <source>Begin again with another seed: other first weights, another order of samples</source>
        <translation>Mit einem anderen Startwert neu beginnen: andere erste Gewichte, andere Reihenfolge der Beispiele</translation>
    </message>
    <message>
        <source>Te&amp;st the Network</source>
        <translation>Netz &amp;prüfen</translation>
    </message>
    <message>
        <source>Measure loss and accuracy on samples that it did not learn from</source>
        <translation>Verlust und Genauigkeit auf Beispielen messen, aus denen es nicht gelernt hat</translation>
    </message>
    <message>
        <source>&amp;Lower the Learning Rate</source>
        <translation>&amp;Lernrate senken</translation>
    </message>
    <message>
        <source>A tenth of what it is</source>
        <translation>Auf ein Zehntel</translation>
    </message>
    <message>
        <source>&amp;Find a Command…</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>Find anything that the program can do by typing a few letters</source>
        <translation>Alles finden, was das Programm kann, mit ein paar Buchstaben</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>Every key that does something here, and how to change it</source>
        <translation>Jede Taste, die hier etwas tut, und wie man sie ändert</translation>
    </message>
    <message>
        <source>&amp;About Protomind</source>
        <translation>Über &amp;Protomind</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen …</translation>
    </message>
    <message>
        <source>Theme, size of text, language and keys</source>
        <translation>Farbschema, Schriftgröße, Sprache und Tasten</translation>
    </message>
    <message>
        <source>&amp;Welcome Page</source>
        <translation>&amp;Willkommensseite</translation>
    </message>
    <message>
        <source>What to go on with, and what to begin with</source>
        <translation>Womit es weitergeht, und womit man beginnen kann</translation>
    </message>
    <message>
        <source>Train on One Sa&amp;mple</source>
        <translation>Mit einem Bei&amp;spiel trainieren</translation>
    </message>
    <message>
        <source>Train on a single sample of the next batch, then pause</source>
        <translation>Mit einem einzigen Beispiel des nächsten Batches trainieren, dann anhalten</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>L&amp;angsamer</translation>
    </message>
    <message>
        <source>Train more slowly, to watch it</source>
        <translation>Langsamer trainieren, um zuzusehen</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>S&amp;chneller</translation>
    </message>
    <message>
        <source>Train faster, up to full speed</source>
        <translation>Schneller trainieren, bis zu vollem Tempo</translation>
    </message>
    <message>
        <source>Roll a New See&amp;d</source>
        <translation>Neuen Startwert &amp;würfeln</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>Ler&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>Learn how networks learn, by doing it, page by page</source>
        <translation>Lerne, wie Netze lernen: indem du es tust, Seite für Seite</translation>
    </message>
    <message>
        <source>Lea&amp;ve the Lesson</source>
        <translation>Lektion &amp;verlassen</translation>
    </message>
    <message>
        <source>What was open before the lesson comes back</source>
        <translation>Was vor der Lektion offen war, kommt wieder</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Open a network that another program has written: ONNX, Keras, TensorFlow.js</source>
        <translation>Ein Netz öffnen, das ein anderes Programm geschrieben hat: ONNX, Keras, TensorFlow.js</translation>
    </message>
    <message>
        <source>Write the network for other programs, or as a report</source>
        <translation>Das Netz für andere Programme schreiben, oder als Bericht</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Computing Devices…</source>
        <translation>Rechen&amp;geräte …</translation>
    </message>
    <message>
        <source>Processor or graphics card: what there is, whether it is in order, and how fast it is</source>
        <translation>Prozessor oder Grafikkarte: was es gibt, ob es in Ordnung ist und wie schnell es ist</translation>
    </message>
    <message>
        <source>One Batch in Slow M&amp;otion</source>
        <translation>Ein Batch in &amp;Zeitlupe</translation>
    </message>
    <message>
        <source>Watch a single batch go through the network and back, phase by phase</source>
        <translation>Sieh zu, wie ein einzelner Batch durch das Netz geht und zurück, Abschnitt für Abschnitt</translation>
    </message>
    <message>
        <source>&amp;Your Runs</source>
        <translation>&amp;Deine Läufe</translation>
    </message>
    <message>
        <source>What came out of every test, the best first, and the way back to its network</source>
        <translation>Was bei jedem Test herauskam, das Beste zuerst, und der Weg zurück zu seinem Netz</translation>
    </message>
</context>
<context>
    <name>PointsPicture</name>
    <message>
        <source>x %1, y %2
error %3, squared %4</source>
        <translation>x %1, y %2
Fehler %3, im Quadrat %4</translation>
    </message>
    <message>
        <source>b %1: moves the line up and down</source>
        <translation>b %1: hebt und senkt die Gerade</translation>
    </message>
    <message>
        <source>m %1: turns the line</source>
        <translation>m %1: kippt die Gerade</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train on one batch</source>
        <translation>Mit einem Batch trainieren</translation>
    </message>
    <message>
        <source>Train to the end of the epoch</source>
        <translation>Bis zum Ende der Epoche trainieren</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Where the run is</source>
        <translation>Wo der Lauf steht</translation>
    </message>
    <message>
        <source>What the curves say</source>
        <translation>Was die Kurven sagen</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>Start&amp;wert</translation>
    </message>
    <message>
        <source>Where all chance comes from: the same seed gives the same numbers again</source>
        <translation>Woher aller Zufall kommt: Derselbe Startwert gibt wieder dieselben Zahlen</translation>
    </message>
    <message>
        <source>Seed of all chance</source>
        <translation>Startwert allen Zufalls</translation>
    </message>
    <message>
        <source>Roll a new seed</source>
        <translation>Neuen Startwert würfeln</translation>
    </message>
    <message>
        <source>Train on one sample</source>
        <translation>Mit einem Beispiel trainieren</translation>
    </message>
    <message>
        <source>Train on one batch in slow motion</source>
        <translation>An einem Batch in Zeitlupe trainieren</translation>
    </message>
</context>
<context>
    <name>StepPhase</name>
    <message>
        <source>One sample of %1 is taken. It should give %2.</source>
        <translation>Von %1 Beispielen wird eines genommen. Es soll %2 ergeben.</translation>
    </message>
    <message>
        <source>%1 samples of %2 are taken. You follow one of them. It should give %3.</source>
        <translation>Von %2 Beispielen werden %1 genommen. Einem davon folgst du. Es soll %3 ergeben.</translation>
    </message>
    <message>
        <source>The batch</source>
        <translation>Der Batch</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>Das Beispiel</translation>
    </message>
    <message>
        <source>Forward: %1</source>
        <translation>Vorwärts: %1</translation>
    </message>
    <message>
        <source>Of what comes in it makes %1 numbers. The largest is %2.</source>
        <translation>Aus dem, was hereinkommt, macht sie %1 Zahlen. Die größte ist %2.</translation>
    </message>
    <message>
        <source>Before the activation</source>
        <translation>Vor der Aktivierung</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Was herausgeht</translation>
    </message>
    <message>
        <source>How wrong is that? For this sample the loss is %1, on average over the batch %2.</source>
        <translation>Wie falsch ist das? Für dieses Beispiel ist der Verlust %1, im Mittel über den Batch %2.</translation>
    </message>
    <message>
        <source> A penalty of %1 is added.</source>
        <translation> Dazu kommt eine Strafe von %1.</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>Der Verlust</translation>
    </message>
    <message>
        <source>The answer; it should be %1</source>
        <translation>Die Antwort; sie soll %1 sein</translation>
    </message>
    <message>
        <source>The gradient that arrives tells how the loss changes with each of its numbers; the largest is %1.</source>
        <translation>Der Gradient, der ankommt, sagt, wie sich der Verlust mit jeder ihrer Zahlen ändert; der größte ist %1.</translation>
    </message>
    <message>
        <source> From it follow the gradients of its weights.</source>
        <translation> Aus ihm folgen die Gradienten ihrer Gewichte.</translation>
    </message>
    <message>
        <source>Backward: %1</source>
        <translation>Rückwärts: %1</translation>
    </message>
    <message>
        <source>The gradient that arrives</source>
        <translation>Der Gradient, der ankommt</translation>
    </message>
    <message>
        <source>Gradient of %1</source>
        <translation>Gradient von %1</translation>
    </message>
    <message>
        <source>Passed on to %1</source>
        <translation>Weitergegeben an %1</translation>
    </message>
    <message>
        <source>The update</source>
        <translation>Die Änderung</translation>
    </message>
    <message>
        <source>No layer has weights that learn: nothing changes.</source>
        <translation>Keine Schicht hat Gewichte, die lernen: Nichts ändert sich.</translation>
    </message>
    <message>
        <source>The update: %1</source>
        <translation>Die Änderung: %1</translation>
    </message>
    <message>
        <source>Every weight takes a small step down its gradient; the learning rate is %1. The numbers below are those of the weight that you follow.</source>
        <translation>Jedes Gewicht geht einen kleinen Schritt gegen seinen Gradienten; die Lernrate ist %1. Die Zahlen unten gehören zu dem Gewicht, dem du folgst.</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 vorher</translation>
    </message>
    <message>
        <source>What the step adds</source>
        <translation>Was der Schritt hinzufügt</translation>
    </message>
    <message>
        <source> (a part of %1 × %2)</source>
        <translation> (ein Teil von %1 × %2)</translation>
    </message>
    <message>
        <source> for map %1</source>
        <translation> für Karte %1</translation>
    </message>
    <message>
        <source>Of what comes in it makes one number: %1.</source>
        <translation>Aus dem, was hereinkommt, macht sie eine Zahl: %1.</translation>
    </message>
    <message>
        <source> And it tells its inputs how they should change.</source>
        <translation> Und sie sagt ihren Eingaben, wie sie sich ändern sollten.</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
</context>
<context>
    <name>protomind::AboutDialog</name>
    <message>
        <source>&lt;h3&gt;Protomind %1&lt;/h3&gt;&lt;p&gt;A laboratory for learning deep learning: draw a network, train it on your own machine, and look at what it does.&lt;/p&gt;&lt;p&gt;Nothing leaves your computer.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public Licence, version 3 or later. It stands on Qt, oneDNN, SQLite and other free software.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Protomind %1&lt;/h3&gt;&lt;p&gt;Ein Labor, um Deep Learning zu lernen: Zeichne ein Netz, trainiere es auf deinem eigenen Rechner und sieh nach, was es tut.&lt;/p&gt;&lt;p&gt;Nichts verlässt deinen Rechner.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public Licence, Version 3 oder neuer. Sie steht auf Qt, oneDNN, SQLite und anderer freier Software.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>protomind::ActionRegistry</name>
    <message>
        <source>Press the keys first.</source>
        <translation>Drücke zuerst die Tasten.</translation>
    </message>
    <message>
        <source>This key moves about the window, everywhere. Hold Ctrl or Alt as well.</source>
        <translation>Mit dieser Taste bewegt man sich überall im Fenster. Halte Strg oder Alt dazu.</translation>
    </message>
</context>
<context>
    <name>protomind::ActivationOverlay</name>
    <message>
        <source>Feature %1 of %2</source>
        <translation>Merkmal %1 von %2</translation>
    </message>
    <message>
        <source>Neuron %1 of %2</source>
        <translation>Neuron %1 von %2</translation>
    </message>
    <message>
        <source>Feature map %1 of %2</source>
        <translation>Merkmalskarte %1 von %2</translation>
    </message>
    <message>
        <source>feature %1 of %2</source>
        <translation>Merkmal %1 von %2</translation>
    </message>
    <message>
        <source>neuron %1 of %2</source>
        <translation>Neuron %1 von %2</translation>
    </message>
</context>
<context>
    <name>protomind::AddLayer</name>
    <message>
        <source>Add %1 layer</source>
        <translation>Schicht %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>protomind::AddLayerAfter</name>
    <message>
        <source>Add %1 layer after %2</source>
        <translation>Schicht %1 hinter %2 hinzufügen</translation>
    </message>
</context>
<context>
    <name>protomind::AddWire</name>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
</context>
<context>
    <name>protomind::AnswerButton</name>
    <message>
        <source>Right: %1</source>
        <translation>Richtig: %1</translation>
    </message>
    <message>
        <source>Not right: %1</source>
        <translation>Nicht richtig: %1</translation>
    </message>
</context>
<context>
    <name>protomind::AugmentationBox</name>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Augmentation of training pictures</source>
        <translation>Augmentierung der Trainingsbilder</translation>
    </message>
    <message>
        <source>Another picture, changed at random</source>
        <translation>Ein anderes Bild, zufällig verändert</translation>
    </message>
    <message>
        <source>Another picture, and how chance changes it</source>
        <translation>Ein anderes Bild, und wie der Zufall es verändert</translation>
    </message>
    <message>
        <source>Each time a training picture comes, it is changed a little at random. Pictures to validate and to test with stay as they are.</source>
        <translation>Jedes Mal, wenn ein Trainingsbild drankommt, wird es zufällig ein wenig verändert. Bilder zum Validieren und zum Testen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>These samples are no pictures: nothing of them is changed at random.</source>
        <translation>Diese Beispiele sind keine Bilder: An ihnen wird nichts zufällig verändert.</translation>
    </message>
    <message>
        <source>What should come out of these pictures are pictures, too. They would have to be moved and turned along with them, so nothing is changed at random here, whatever is chosen.</source>
        <translation>Aus diesen Bildern sollen wieder Bilder werden. Die müssten mit verschoben und gedreht werden, deshalb wird hier nichts zufällig verändert, was auch gewählt ist.</translation>
    </message>
    <message>
        <source> Only the picture is changed: the values that should come out stay the same, also where they say where something is in it.</source>
        <translation> Nur das Bild wird verändert: Die Werte, die herauskommen sollen, bleiben gleich, auch wo sie sagen, wo etwas darin ist.</translation>
    </message>
</context>
<context>
    <name>protomind::AugmentationPreview</name>
    <message>
        <source>A training picture, and what may become of it</source>
        <translation>Ein Trainingsbild, und was daraus werden kann</translation>
    </message>
    <message>
        <source>On the left a training picture, on the right what may become of it when it comes</source>
        <translation>Links ein Trainingsbild, rechts, was daraus werden kann, wenn es drankommt</translation>
    </message>
</context>
<context>
    <name>protomind::CardContent</name>
    <message>
        <source>Unknown kind: %1</source>
        <translation>Unbekannte Art: %1</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 Zahl</translation>
    </message>
</context>
<context>
    <name>protomind::CardPicture</name>
    <message>
        <source>values from %1 to %2</source>
        <translation>Werte von %1 bis %2</translation>
    </message>
    <message>
        <source>one bar a neuron, up to %1</source>
        <translation>ein Balken je Neuron, bis %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>protomind::ChoiceTitle</name>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Jeder Schritt</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Wellen</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächstes Pixel</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>Bilinear</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>One step (FGSM)</source>
        <translation>Ein Schritt (FGSM)</translation>
    </message>
    <message>
        <source>Many steps (PGD)</source>
        <translation>Viele Schritte (PGD)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>TRADES</source>
        <translation>TRADES</translation>
    </message>
    <message>
        <source>Picture from noise</source>
        <translation>Bild aus Rauschen</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Aufkleber</translation>
    </message>
    <message>
        <source>Universal change</source>
        <translation>Universelle Änderung</translation>
    </message>
    <message>
        <source>Anywhere, upright</source>
        <translation>Überall, aufrecht</translation>
    </message>
    <message>
        <source>Anywhere, turned anyhow</source>
        <translation>Überall, beliebig gedreht</translation>
    </message>
    <message>
        <source>Only where it is shown</source>
        <translation>Nur da, wo er gezeigt wird</translation>
    </message>
    <message>
        <source>Largest change (L∞)</source>
        <translation>Größte Änderung (L∞)</translation>
    </message>
    <message>
        <source>Length of all changes (L2)</source>
        <translation>Länge aller Änderungen (L2)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Integrierte Gradienten</translation>
    </message>
    <message>
        <source>Gradient times input</source>
        <translation>Gradient mal Eingabe</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Kept aside to validate</source>
        <translation>Beiseitegelegt zum Validieren</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichverteilt</translation>
    </message>
    <message>
        <source>Relativistic</source>
        <translation>Relativistisch</translation>
    </message>
    <message>
        <source>Original (minimax)</source>
        <translation>Ursprünglich (Minimax)</translation>
    </message>
    <message>
        <source>Non-saturating</source>
        <translation>Nicht sättigend</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>Kleinste Quadrate</translation>
    </message>
    <message>
        <source>Wasserstein</source>
        <translation>Wasserstein</translation>
    </message>
    <message>
        <source>At real samples (R1)</source>
        <translation>Bei echten Beispielen (R1)</translation>
    </message>
    <message>
        <source>At real and made ones (R1 and R2)</source>
        <translation>Bei echten und gemachten (R1 und R2)</translation>
    </message>
    <message>
        <source>Between both (gradient penalty)</source>
        <translation>Zwischen beiden (Gradientenstrafe)</translation>
    </message>
    <message>
        <source>Shared by both</source>
        <translation>Gemeinsam</translation>
    </message>
</context>
<context>
    <name>protomind::ClassBalance</name>
    <message>
        <source>Class %1 has no sample yet: it can&apos;t be learned.</source>
        <translation>Klasse %1 hat noch kein Beispiel: Sie kann nicht gelernt werden.</translation>
    </message>
    <message>
        <source>Class %1 has %2 samples and class %3 only %4: the network may learn to answer %1.</source>
        <translation>Klasse %1 hat %2 Beispiele und Klasse %3 nur %4: Das Netz lernt womöglich, immer %1 zu antworten.</translation>
    </message>
    <message>
        <source>Samples of each class</source>
        <translation>Beispiele jeder Klasse</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>class: number of samples</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <comment>number and share of samples</comment>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>Copy or save this picture</source>
        <translation>Dieses Bild kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy or save the samples of each class</source>
        <translation>Die Beispiele jeder Klasse kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>Werte als CSV speichern …</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>Wertetabelle (*.csv)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another place.</source>
        <translation>„%1“ ließ sich nicht schreiben. Wähle einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>protomind::ColumnsControl</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose columns to leave out</source>
        <translation>Spalten zum Weglassen wählen</translation>
    </message>
</context>
<context>
    <name>protomind::CommandList</name>
    <message>
        <source>This can&apos;t be done now.</source>
        <translation>Das geht gerade nicht.</translation>
    </message>
</context>
<context>
    <name>protomind::CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters</source>
        <translation>Was möchtest du tun? Tippe ein paar Buchstaben</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What the command does</source>
        <translation>Was der Befehl tut</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer letters.</source>
        <translation>So heißt nichts. Versuche weniger Buchstaben.</translation>
    </message>
</context>
<context>
    <name>protomind::ConnectLayers</name>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
    <message>
        <source>Connect %1 layers</source>
        <translation>%1 Schichten verbinden</translation>
    </message>
</context>
<context>
    <name>protomind::CoursePage</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>&amp;Learner</source>
        <translation>&amp;Wer lernt</translation>
    </message>
    <message>
        <source>Learner</source>
        <translation>Wer lernt</translation>
    </message>
    <message>
        <source>Whose way this is: several people on one computer each keep their own. It is only a name, and stays on this computer.</source>
        <translation>Wessen Weg das ist: Lernen mehrere an einem Rechner, behält jeder seinen eigenen. Es ist nur ein Name, und er bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Go to the canvas (Esc)</source>
        <translation>Zur Zeichenfläche (Esc)</translation>
    </message>
    <message>
        <source>Go to the canvas</source>
        <translation>Zur Zeichenfläche</translation>
    </message>
    <message>
        <source>Each lesson leads you through the program itself: you do, and it looks at what you did. Leave whenever you like; you go on where you were.</source>
        <translation>Jede Lektion führt dich durch das Programm selbst: Du tust etwas, und sie sieht sich an, was du getan hast. Geh, wann du magst; du machst weiter, wo du warst.</translation>
    </message>
    <message>
        <source>There are no lessons here.</source>
        <translation>Hier gibt es keine Lektionen.</translation>
    </message>
    <message>
        <source>New learner…</source>
        <translation>Neuer Name …</translation>
    </message>
</context>
<context>
    <name>protomind::CurveChart</name>
    <message>
        <source>%1 chart</source>
        <translation>Kurve: %1</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>Werte als CSV speichern …</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>Wertetabelle (*.csv)</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another place.</source>
        <translation>„%1“ ließ sich nicht schreiben. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Copy or save this chart</source>
        <translation>Diese Kurve kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy or save the %1 chart</source>
        <translation>Die Kurve „%1“ kopieren oder speichern</translation>
    </message>
</context>
<context>
    <name>protomind::CurveReader</name>
    <message>
        <source>The loss rises: the learning rate may be too high.</source>
        <translation>Der Verlust steigt: Vielleicht ist die Lernrate zu hoch.</translation>
    </message>
    <message>
        <source>The loss falls: it is learning.</source>
        <translation>Der Verlust sinkt: Es lernt.</translation>
    </message>
    <message>
        <source>The loss has hardly changed yet.</source>
        <translation>Der Verlust hat sich noch kaum geändert.</translation>
    </message>
    <message>
        <source>The loss hardly changes any more: this may be all that it can learn with these settings.</source>
        <translation>Der Verlust ändert sich kaum noch: Mit diesen Einstellungen kann es vielleicht nicht mehr lernen.</translation>
    </message>
    <message>
        <source>Training: the first epoch is under way.</source>
        <translation>Training: Die erste Epoche läuft.</translation>
    </message>
    <message>
        <source>Paused. Train goes on from here.</source>
        <translation>Angehalten. „Trainieren“ macht hier weiter.</translation>
    </message>
    <message>
        <source>Press Train to let the network learn from the data.</source>
        <translation>Drücke „Trainieren“, damit das Netz aus den Daten lernt.</translation>
    </message>
    <message>
        <source> Train goes on from here.</source>
        <translation> „Trainieren“ macht hier weiter.</translation>
    </message>
    <message>
        <source> Train goes on for as many epochs again.</source>
        <translation> „Trainieren“ macht noch einmal so viele Epochen.</translation>
    </message>
    <message>
        <source>No better than guessing so far: %1 % right, and always giving the same answer would make it %2 %.</source>
        <translation>Bisher nicht besser als Raten: %1 % richtig, und immer dieselbe Antwort brächte %2 %.</translation>
    </message>
    <message>
        <source>Not clearly better than guessing so far: %1 % right of %3 samples, and always giving the same answer would make it %2 %.</source>
        <translation>Bisher nicht klar besser als Raten: %1 % von %3 Beispielen richtig, und immer dieselbe Antwort brächte %2 %.</translation>
    </message>
    <message>
        <source>The training loss falls, but the validation loss has risen since epoch %1: it begins to memorise. Stop here, or try more data, Dropout or L2.</source>
        <translation>Der Trainingsverlust sinkt, aber der Validierungsverlust steigt seit Epoche %1: Das Netz beginnt auswendig zu lernen. Halte an, oder versuche mehr Daten, Dropout oder L2.</translation>
    </message>
    <message>
        <source> But with only %1 samples kept aside it may be chance.</source>
        <translation> Aber bei nur %1 beiseitegelegten Beispielen kann das Zufall sein.</translation>
    </message>
    <message>
        <source>The loss has not fallen yet.</source>
        <translation>Der Verlust ist noch nicht gesunken.</translation>
    </message>
    <message>
        <source>The loss rises. Training makes it small together with the penalty, and may be giving up some of one for the other.</source>
        <translation>Der Verlust steigt. Das Training macht ihn zusammen mit der Strafe klein und gibt vielleicht vom einen etwas für das andere auf.</translation>
    </message>
    <message>
        <source>The loss has risen a little over the last epochs.</source>
        <translation>Der Verlust ist in den letzten Epochen etwas gestiegen.</translation>
    </message>
    <message>
        <source>The loss jumps up and down from epoch to epoch: a lower learning rate or a larger batch may calm it.</source>
        <translation>Der Verlust springt von Epoche zu Epoche auf und ab: Eine kleinere Lernrate oder ein größerer Batch kann ihn beruhigen.</translation>
    </message>
    <message>
        <source>The loss has hardly changed since the first epoch. See what a higher and a lower learning rate do.</source>
        <translation>Der Verlust hat sich seit der ersten Epoche kaum verändert. Sieh nach, was eine höhere und eine kleinere Lernrate bewirken.</translation>
    </message>
    <message>
        <source>The first epoch is done: every training sample was seen once. Watch whether the loss falls.</source>
        <translation>Die erste Epoche ist vorbei: Jedes Trainingsbeispiel war einmal dran. Achte darauf, ob der Verlust sinkt.</translation>
    </message>
    <message>
        <source>The loss falls. </source>
        <translation>Der Verlust sinkt. </translation>
    </message>
    <message>
        <source> See what a higher and a lower learning rate do.</source>
        <translation> Sieh nach, was eine höhere und eine kleinere Lernrate bewirken.</translation>
    </message>
    <message>
        <source>Nearly every answer is right, on the samples kept aside as well.</source>
        <translation>Fast jede Antwort ist richtig, auch auf den beiseitegelegten Beispielen.</translation>
    </message>
    <message>
        <source>Nearly every answer on the training samples is right. None are kept aside, to tell whether it can do more than memorise.</source>
        <translation>Fast jede Antwort auf die Trainingsbeispiele ist richtig. Keine liegen beiseite, die zeigen, ob es mehr kann als auswendig lernen.</translation>
    </message>
    <message>
        <source>The numbers grew beyond all bounds. The last good weights are back.</source>
        <translation>Die Zahlen sind über alle Grenzen gewachsen. Die letzten guten Gewichte sind zurück.</translation>
    </message>
    <message>
        <source> The schedule of the learning rate is over: Train asks how to go on.</source>
        <translation> Der Zeitplan der Lernrate ist zu Ende: „Trainieren“ fragt, wie es weitergeht.</translation>
    </message>
    <message>
        <source> See what it does without the penalty.</source>
        <translation> Sieh nach, was es ohne die Strafe tut.</translation>
    </message>
    <message>
        <source>The loss has fallen since the first epoch.</source>
        <translation>Der Verlust ist seit der ersten Epoche gesunken.</translation>
    </message>
    <message>
        <source>It is still far above what guessing costs: %1, where guessing costs %2.</source>
        <translation>Er liegt noch weit über dem, was Raten kostet: %1, und Raten kostet %2.</translation>
    </message>
    <message>
        <source> Of the attacked training samples %1 % are right, which guessing would give too: a smaller epsilon, or one that grows over some epochs, is easier to learn.</source>
        <translation> Von den angegriffenen Trainingsbeispielen sind %1 % richtig, so viele wie beim Raten: Ein kleineres Epsilon, oder eines, das über einige Epochen wächst, lernt sich leichter.</translation>
    </message>
    <message>
        <source>The network suddenly stood attacks no more. Its most robust weights are back.</source>
        <translation>Das Netz hielt Angriffen plötzlich nicht mehr stand. Seine robustesten Gewichte sind wieder da.</translation>
    </message>
    <message>
        <source>The loss rises while the attacks grow: they are harder to stand. Watch the curve of the attacked samples.</source>
        <translation>Der Verlust steigt, während die Angriffe wachsen: Ihnen ist schwerer standzuhalten. Achte auf die Kurve der angegriffenen Beispiele.</translation>
    </message>
    <message>
        <source>Neither loss of two players goes to zero: the better one gets, the harder it is for the other. Look at what the generator makes.</source>
        <translation>Bei zwei Spielern geht kein Verlust gegen null: Je besser einer wird, desto schwerer hat es der andere. Schau auf das, was der Generator macht.</translation>
    </message>
    <message>
        <source> The discriminator is right %1 % of the time, where 50 % is guessing.</source>
        <translation> Der Diskriminator hat in %1 % der Fälle recht; 50 % wären geraten.</translation>
    </message>
</context>
<context>
    <name>protomind::CurveView</name>
    <message>
        <source>best %1</source>
        <translation>Bestwert %1</translation>
    </message>
    <message>
        <source>best %1 at %2</source>
        <translation>Bestwert %1 bei %2</translation>
    </message>
</context>
<context>
    <name>protomind::DataGallery</name>
    <message>
        <source>Data to learn from</source>
        <translation>Daten zum Lernen</translation>
    </message>
    <message>
        <source>IDX files…</source>
        <translation>IDX-Dateien…</translation>
    </message>
    <message>
        <source>Images and labels from a folder with files like MNIST&apos;s</source>
        <translation>Bilder und Beschriftungen aus einem Ordner mit Dateien wie denen von MNIST</translation>
    </message>
    <message>
        <source>Draw your own</source>
        <translation>Selbst zeichnen</translation>
    </message>
    <message>
        <source>Put points of your own into the plane, in the colours of their classes</source>
        <translation>Setze eigene Punkte in die Ebene, in den Farben ihrer Klassen</translation>
    </message>
</context>
<context>
    <name>protomind::DataNotes</name>
    <message>
        <source>What was noticed in the data</source>
        <translation>Was an den Daten aufgefallen ist</translation>
    </message>
    <message>
        <source>All that was noticed in the data</source>
        <translation>Alles, was an den Daten aufgefallen ist</translation>
    </message>
    <message>
        <source>These lines can be selected and copied</source>
        <translation>Diese Zeilen lassen sich markieren und kopieren</translation>
    </message>
    <message>
        <source>Show all that was noticed in the data</source>
        <translation>Alles zeigen, was an den Daten aufgefallen ist</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>and %1 more…</source>
        <translation>und %1 weitere…</translation>
    </message>
</context>
<context>
    <name>protomind::DataPanel</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Numbers of samples</source>
        <translation>Anzahl der Beispiele</translation>
    </message>
    <message>
        <source>Images and labels from %1</source>
        <translation>Bilder und Beschriftungen aus %1</translation>
    </message>
    <message>
        <source>Choose what the network is to learn from.</source>
        <translation>Wähle, woraus das Netz lernen soll.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Folder with IDX files</source>
        <translation>Ordner mit IDX-Dateien</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>%1 to train with</source>
        <translation>%1 zum Trainieren</translation>
    </message>
    <message>
        <source>, %1 kept aside to validate</source>
        <translation>, %1 zum Validieren beiseitegelegt</translation>
    </message>
    <message>
        <source>, %1 for the test</source>
        <translation>, %1 zum Prüfen</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Beispiele</translation>
    </message>
    <message>
        <source>, and %1 more for the test</source>
        <translation>, und noch %1 zum Prüfen</translation>
    </message>
    <message>
        <source>Each is an image of %1.</source>
        <translation>Jedes ist ein Bild aus %1.</translation>
    </message>
    <message>
        <source>Each is a single number.</source>
        <translation>Jedes ist eine einzelne Zahl.</translation>
    </message>
    <message>
        <source>Each has %1 numbers.</source>
        <translation>Jedes hat %1 Zahlen.</translation>
    </message>
    <message>
        <source>Points of class %1</source>
        <translation>Punkte der Klasse %1</translation>
    </message>
    <message>
        <source>The next points are of class %1 (key %2 in the picture)</source>
        <translation>Die nächsten Punkte sind von Klasse %1 (Taste %2 im Bild)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take all points away; Undo brings them back</source>
        <translation>Alle Punkte wegnehmen; „Rückgängig“ bringt sie zurück</translation>
    </message>
    <message>
        <source>Take all points away</source>
        <translation>Alle Punkte wegnehmen</translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation>Punkte zeichnen</translation>
    </message>
    <message>
        <source>Kept aside to validate</source>
        <translation>Zum Validieren beiseite</translation>
    </message>
    <message>
        <source>The share of the samples that the network never learns from: they show how it does on what it has not seen</source>
        <translation>Der Anteil der Beispiele, aus denen das Netz nie lernt: Sie zeigen, wie gut es auf Ungesehenem ist</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>How many samples each step looks at before it moves the weights</source>
        <translation>Wie viele Beispiele jeder Schritt ansieht, bevor er die Gewichte bewegt</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Choose a class, then click or drag in the square. The right button takes points away.</source>
        <translation>Wähle eine Klasse, dann klicke oder ziehe im Quadrat. Die rechte Taste nimmt Punkte weg.</translation>
    </message>
    <message>
        <source>Draw your own points</source>
        <translation>Eigene Punkte zeichnen</translation>
    </message>
    <message>
        <source>Pairs of numbers: from the first the network learns to tell the second.</source>
        <translation>Zahlenpaare: Aus der ersten Zahl lernt das Netz die zweite vorherzusagen.</translation>
    </message>
    <message>
        <source>Choose other files to learn from</source>
        <translation>Andere Dateien zum Lernen wählen</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>Andere Datei…</translation>
    </message>
</context>
<context>
    <name>protomind::DataPreview</name>
    <message>
        <source>Samples of the data</source>
        <translation>Beispiele der Daten</translation>
    </message>
    <message>
        <source>The first %1 samples of %2</source>
        <translation>Die ersten %1 Beispiele von %2</translation>
    </message>
</context>
<context>
    <name>protomind::DecisionView</name>
    <message>
        <source>test points and the network&apos;s decision:</source>
        <translation>Testpunkte und die Entscheidung des Netzes:</translation>
    </message>
    <message>
        <source>The plane of the two features, coloured by the class that the network decides for, with %1</source>
        <translation>Die Ebene der beiden Merkmale, gefärbt nach der Klasse, für die sich das Netz entscheidet, mit %1</translation>
    </message>
    <message>
        <source>the training points</source>
        <translation>den Trainingspunkten</translation>
    </message>
    <message>
        <source>the points kept aside, the training points paler</source>
        <translation>den beiseitegelegten Punkten, die Trainingspunkte blasser</translation>
    </message>
    <message>
        <source>the test points</source>
        <translation>den Testpunkten</translation>
    </message>
    <message>
        <source>training points and the network&apos;s decision:</source>
        <translation>Trainingspunkte und die Entscheidung des Netzes:</translation>
    </message>
    <message>
        <source>points kept aside (training points paler) and the network&apos;s decision:</source>
        <translation>beiseitegelegte Punkte (Trainingspunkte blasser) und die Entscheidung des Netzes:</translation>
    </message>
    <message>
        <source>training points:</source>
        <translation>Trainingspunkte:</translation>
    </message>
    <message>
        <source>kept aside:</source>
        <translation>beiseitegelegt:</translation>
    </message>
    <message>
        <source>test points:</source>
        <translation>Testpunkte:</translation>
    </message>
</context>
<context>
    <name>protomind::DeviceCatalogue</name>
    <message>
        <source>The driver of a graphics card does not answer, so graphics cards can&apos;t be used now. Restarting the computer or installing the driver anew may help.</source>
        <translation>Der Treiber einer Grafikkarte antwortet nicht, darum lassen sich Grafikkarten jetzt nicht benutzen. Vielleicht hilft es, den Rechner neu zu starten oder den Treiber neu zu installieren.</translation>
    </message>
    <message>
        <source>The driver of a graphics card crashed when it was asked, so graphics cards can&apos;t be used now. Installing another version of the driver may help.</source>
        <translation>Der Treiber einer Grafikkarte ist abgestürzt, als er gefragt wurde, darum lassen sich Grafikkarten jetzt nicht benutzen. Vielleicht hilft es, eine andere Version des Treibers zu installieren.</translation>
    </message>
    <message>
        <source>The list of devices could not be understood, so graphics cards can&apos;t be used now.</source>
        <translation>Die Liste der Geräte war nicht zu verstehen, darum lassen sich Grafikkarten jetzt nicht benutzen.</translation>
    </message>
    <message>
        <source>The part of Protomind that looks for graphics cards could not be started, so they can&apos;t be used now. Installing Protomind anew may help.</source>
        <translation>Der Teil von Protomind, der nach Grafikkarten sucht, ließ sich nicht starten, darum lassen sie sich jetzt nicht benutzen. Vielleicht hilft es, Protomind neu zu installieren.</translation>
    </message>
    <message>
        <source>It did not finish its test in time: its driver hangs.</source>
        <translation>Es wurde mit seinem Test nicht rechtzeitig fertig: Sein Treiber hängt.</translation>
    </message>
    <message>
        <source>What its test gave could not be understood.</source>
        <translation>Was sein Test ergab, war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Its driver crashed during the test.</source>
        <translation>Sein Treiber ist während des Tests abgestürzt.</translation>
    </message>
    <message>
        <source>Its test could not be started.</source>
        <translation>Sein Test ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>It did not compute what it should.</source>
        <translation>Es hat nicht gerechnet, was es sollte.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
</context>
<context>
    <name>protomind::DeviceChoice</name>
    <message>
        <source>Compare devices…</source>
        <translation>Geräte vergleichen …</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What computes: the processor, or a graphics card.</source>
        <translation>Was rechnet: der Prozessor oder eine Grafikkarte.</translation>
    </message>
    <message>
        <source>What this computer can compute on, and how fast each of them is</source>
        <translation>Worauf dieser Rechner rechnen kann, und wie schnell jedes Gerät ist</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>%1 – not on this machine</source>
        <translation>%1 – nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>This project was made for a device that this machine does not have. Choose another one.</source>
        <translation>Dieses Projekt wurde für ein Gerät gemacht, das dieser Rechner nicht hat. Wähle ein anderes.</translation>
    </message>
    <message>
        <source>It is being tested…</source>
        <translation>Es wird gerade getestet …</translation>
    </message>
    <message>
        <source>%1 Choose another one.</source>
        <translation>%1 Wähle ein anderes Gerät.</translation>
    </message>
    <message>
        <source>Whichever trains this network fastest: it is tried out before the first step.</source>
        <translation>Das, was dieses Netz am schnellsten trainiert: Es wird vor dem ersten Schritt ausprobiert.</translation>
    </message>
</context>
<context>
    <name>protomind::DeviceRow</name>
    <message>
        <source>Tune…</source>
        <translation>Abstimmen …</translation>
    </message>
    <message>
        <source>Speed of %1</source>
        <translation>Tempo von %1</translation>
    </message>
    <message>
        <source>tuned</source>
        <translation>abgestimmt</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 benutzen</translation>
    </message>
    <message>
        <source>This project computes on it from now on.</source>
        <translation>Dieses Projekt rechnet von jetzt an darauf.</translation>
    </message>
    <message>
        <source>This project computes on it already.</source>
        <translation>Dieses Projekt rechnet schon darauf.</translation>
    </message>
    <message>
        <source>Tune %1</source>
        <translation>%1 abstimmen</translation>
    </message>
    <message>
        <source>Only a device that has passed its test can be tuned.</source>
        <translation>Nur ein Gerät, das seinen Test bestanden hat, lässt sich abstimmen.</translation>
    </message>
    <message>
        <source>Looks for the fastest way to compute on this device.</source>
        <translation>Sucht den schnellsten Weg, auf diesem Gerät zu rechnen.</translation>
    </message>
</context>
<context>
    <name>protomind::DeviceWords</name>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 Threads</translation>
    </message>
    <message>
        <source>1 compute unit</source>
        <translation>1 Recheneinheit</translation>
    </message>
    <message>
        <source>%1 compute units</source>
        <translation>%1 Recheneinheiten</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Not a graphics card, but computes like one</source>
        <translation>Keine Grafikkarte, rechnet aber wie eine</translation>
    </message>
    <message>
        <source>%1 GB of memory</source>
        <translation>%1 GB Speicher</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Noch nicht getestet.</translation>
    </message>
    <message>
        <source>Waits for its test…</source>
        <translation>Wartet auf seinen Test …</translation>
    </message>
    <message>
        <source>Is being tested… The first time this may take a few minutes.</source>
        <translation>Wird gerade getestet … Beim ersten Mal kann das ein paar Minuten dauern.</translation>
    </message>
    <message>
        <source>Computes a small network as it should.</source>
        <translation>Rechnet ein kleines Netz so, wie es soll.</translation>
    </message>
    <message>
        <source>So it is switched off.</source>
        <translation>Darum ist es abgeschaltet.</translation>
    </message>
    <message>
        <source>%1 training steps a second</source>
        <translation>%1 Trainingsschritte pro Sekunde</translation>
    </message>
    <message>
        <source>Plain loops (slow, to check others by)</source>
        <translation>Einfache Schleifen (langsam, um andere zu prüfen)</translation>
    </message>
    <message>
        <source>Graphics card “%1”</source>
        <translation>Grafikkarte „%1“</translation>
    </message>
    <message>
        <source>Device “%1”</source>
        <translation>Gerät „%1“</translation>
    </message>
</context>
<context>
    <name>protomind::DevicesDialog</name>
    <message>
        <source>Computing devices</source>
        <translation>Rechengeräte</translation>
    </message>
    <message>
        <source>Devices of this computer</source>
        <translation>Geräte dieses Rechners</translation>
    </message>
    <message>
        <source>Training is millions of multiplications. Every processor can do them; a graphics card often does them faster. Here each device trains the same small network for a moment, so that you can compare.</source>
        <translation>Training besteht aus Millionen von Multiplikationen. Jeder Prozessor kann sie; eine Grafikkarte ist damit oft schneller. Hier trainiert jedes Gerät einen Moment lang dasselbe kleine Netz, damit du vergleichen kannst.</translation>
    </message>
    <message>
        <source>A training step is one batch of 64 images of digits. Graphics cards are reached through OpenCL: one that is missing here needs a driver with OpenCL.</source>
        <translation>Ein Trainingsschritt ist ein Batch von 64 Ziffernbildern. Grafikkarten werden über OpenCL erreicht: Fehlt hier eine, braucht sie einen Treiber mit OpenCL.</translation>
    </message>
    <message>
        <source>&amp;Test again</source>
        <translation>Noch einmal &amp;testen</translation>
    </message>
    <message>
        <source>Pause the training first: both at once would slow each other down, and the speeds would be wrong.</source>
        <translation>Halte zuerst das Training an: Beides zugleich würde sich gegenseitig bremsen, und die Messung wäre falsch.</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>Geräte werden gesucht …</translation>
    </message>
    <message>
        <source>Devices are being tested: wait until that is done.</source>
        <translation>Geräte werden gerade getestet: Warte, bis das fertig ist.</translation>
    </message>
    <message>
        <source>Looks for devices and tests each of them anew</source>
        <translation>Sucht Geräte und testet jedes von ihnen neu</translation>
    </message>
</context>
<context>
    <name>protomind::DocumentDevice</name>
    <message>
        <source>This project computes on a device that this machine does not have (%1). Choose another one in the Training tab: the processor is always there.</source>
        <translation>Dieses Projekt rechnet auf einem Gerät, das dieser Rechner nicht hat (%1). Wähle im Reiter „Training“ ein anderes: Der Prozessor ist immer da.</translation>
    </message>
    <message>
        <source>%1 is switched off. %2 Choose another device in the Training tab.</source>
        <translation>%1 ist abgeschaltet. %2 Wähle im Reiter „Training“ ein anderes Gerät.</translation>
    </message>
</context>
<context>
    <name>protomind::EditorActions</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>Copy the selected layers, then remove them</source>
        <translation>Die ausgewählten Schichten kopieren und dann entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected layers, as text</source>
        <translation>Die ausgewählten Schichten als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Add a copy of the selected layers</source>
        <translation>Eine Kopie der ausgewählten Schichten hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected layers and wires</source>
        <translation>Die ausgewählten Schichten und Verbindungen entfernen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select every layer and wire</source>
        <translation>Alle Schichten und Verbindungen auswählen</translation>
    </message>
    <message>
        <source>&amp;Fit Network</source>
        <translation>Netz &amp;einpassen</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>Das ganze Netz zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Show the network larger</source>
        <translation>Das Netz größer zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show the network smaller</source>
        <translation>Das Netz kleiner zeigen</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>Original&amp;größe</translation>
    </message>
    <message>
        <source>Show the network at its own size</source>
        <translation>Das Netz in Originalgröße zeigen</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>Select and move layers; draw wires from their ports</source>
        <translation>Schichten auswählen und bewegen; Verbindungen von ihren Anschlüssen ziehen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Ver&amp;binden</translation>
    </message>
    <message>
        <source>Draw wires from layer to layer</source>
        <translation>Verbindungen von Schicht zu Schicht ziehen</translation>
    </message>
    <message>
        <source>Move &amp;View</source>
        <translation>Ansicht bewege&amp;n</translation>
    </message>
    <message>
        <source>Move the canvas; or hold the space bar</source>
        <translation>Die Zeichenfläche bewegen; oder die Leertaste halten</translation>
    </message>
    <message>
        <source>Select a layer first.</source>
        <translation>Wähle zuerst eine Schicht aus.</translation>
    </message>
    <message>
        <source>Select a layer or a wire first.</source>
        <translation>Wähle zuerst eine Schicht oder eine Verbindung aus.</translation>
    </message>
    <message>
        <source>Add &amp;Layer…</source>
        <translation>Schicht hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>Add a layer by typing its name; or just begin to type</source>
        <translation>Eine Schicht hinzufügen, indem du ihren Namen tippst; oder tipp einfach los</translation>
    </message>
    <message>
        <source>C&amp;onnect Layers</source>
        <translation>Schichten &amp;verbinden</translation>
    </message>
    <message>
        <source>Wire the selected layers one to the next, from left to right</source>
        <translation>Die ausgewählten Schichten der Reihe nach verbinden, von links nach rechts</translation>
    </message>
    <message>
        <source>Arran&amp;ge Layers</source>
        <translation>Schichten &amp;ordnen</translation>
    </message>
    <message>
        <source>Lay layers out in the direction of the wires; those you moved yourself stay</source>
        <translation>Schichten in Richtung der Verbindungen auslegen; was du selbst verschoben hast, bleibt</translation>
    </message>
    <message>
        <source>Arrange All La&amp;yers</source>
        <translation>Alle Schichten ordne&amp;n</translation>
    </message>
    <message>
        <source>Lay every layer out in the direction of the wires, also those you moved yourself</source>
        <translation>Jede Schicht in Richtung der Verbindungen auslegen, auch was du selbst verschoben hast</translation>
    </message>
    <message>
        <source>&amp;Left Edges</source>
        <translation>&amp;Linke Kanten</translation>
    </message>
    <message>
        <source>Line up the left edges of the selected layers</source>
        <translation>Die linken Kanten der ausgewählten Schichten aneinander ausrichten</translation>
    </message>
    <message>
        <source>&amp;Centres</source>
        <translation>&amp;Mitten senkrecht</translation>
    </message>
    <message>
        <source>Line up the centres of the selected layers, one above the other</source>
        <translation>Die Mitten der ausgewählten Schichten übereinander ausrichten</translation>
    </message>
    <message>
        <source>&amp;Right Edges</source>
        <translation>&amp;Rechte Kanten</translation>
    </message>
    <message>
        <source>Line up the right edges of the selected layers</source>
        <translation>Die rechten Kanten der ausgewählten Schichten aneinander ausrichten</translation>
    </message>
    <message>
        <source>&amp;Top Edges</source>
        <translation>&amp;Obere Kanten</translation>
    </message>
    <message>
        <source>Line up the top edges of the selected layers: wires run straight</source>
        <translation>Die oberen Kanten der ausgewählten Schichten ausrichten: Verbindungen laufen gerade</translation>
    </message>
    <message>
        <source>&amp;Middles</source>
        <translation>Mi&amp;tten waagerecht</translation>
    </message>
    <message>
        <source>Line up the middles of the selected layers, side by side</source>
        <translation>Die Mitten der ausgewählten Schichten nebeneinander ausrichten</translation>
    </message>
    <message>
        <source>&amp;Bottom Edges</source>
        <translation>&amp;Untere Kanten</translation>
    </message>
    <message>
        <source>Line up the bottom edges of the selected layers</source>
        <translation>Die unteren Kanten der ausgewählten Schichten aneinander ausrichten</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>&amp;Waagerecht verteilen</translation>
    </message>
    <message>
        <source>Make the gaps between the selected layers even, from left to right</source>
        <translation>Die Lücken zwischen den ausgewählten Schichten gleich machen, von links nach rechts</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>&amp;Senkrecht verteilen</translation>
    </message>
    <message>
        <source>Make the gaps between the selected layers even, from top to bottom</source>
        <translation>Die Lücken zwischen den ausgewählten Schichten gleich machen, von oben nach unten</translation>
    </message>
    <message>
        <source>&amp;Next Problem</source>
        <translation>Nä&amp;chstes Problem</translation>
    </message>
    <message>
        <source>Go to the next thing that does not fit, and say what it is</source>
        <translation>Zum nächsten gehen, was nicht passt, und sagen, was es ist</translation>
    </message>
    <message>
        <source>P&amp;revious Problem</source>
        <translation>V&amp;origes Problem</translation>
    </message>
    <message>
        <source>Go to the thing before that does not fit, and say what it is</source>
        <translation>Zum vorigen gehen, was nicht passt, und sagen, was es ist</translation>
    </message>
    <message>
        <source>Ov&amp;erview in the Corner</source>
        <translation>&amp;Übersicht in der Ecke</translation>
    </message>
    <message>
        <source>Show the whole network, small, while some of it is out of sight</source>
        <translation>Das ganze Netz klein zeigen, solange etwas davon nicht zu sehen ist</translation>
    </message>
    <message>
        <source>Select at least %1 layers first.</source>
        <translation>Wähle zuerst mindestens %1 Schichten aus.</translation>
    </message>
    <message>
        <source>&amp;Copy Drawing</source>
        <translation>Zeichnung &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the whole network as a picture</source>
        <translation>Das ganze Netz als Bild kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Drawing…</source>
        <translation>Zeichnung &amp;speichern …</translation>
    </message>
    <message>
        <source>Save the whole network as a picture: PNG or SVG</source>
        <translation>Das ganze Netz als Bild speichern: PNG oder SVG</translation>
    </message>
    <message>
        <source>Copy &amp;Picture of the Layer</source>
        <translation>B&amp;ild der Schicht kopieren</translation>
    </message>
    <message>
        <source>Copy the picture on the selected card</source>
        <translation>Das Bild auf der ausgewählten Karte kopieren</translation>
    </message>
    <message>
        <source>Save Pict&amp;ure of the Layer…</source>
        <translation>Bild der Schicht s&amp;peichern …</translation>
    </message>
    <message>
        <source>Save the picture on the selected card: PNG or SVG</source>
        <translation>Das Bild auf der ausgewählten Karte speichern: PNG oder SVG</translation>
    </message>
    <message>
        <source>&amp;Next Wire</source>
        <translation>&amp;Nächste Verbindung</translation>
    </message>
    <message>
        <source>Go round the wires of the selected layer: those that come in, then those that go out</source>
        <translation>Reihum zu den Verbindungen der ausgewählten Schicht: erst die ankommenden, dann die abgehenden</translation>
    </message>
    <message>
        <source>&amp;Previous Wire</source>
        <translation>&amp;Vorige Verbindung</translation>
    </message>
    <message>
        <source>Go round the wires of the selected layer, the other way</source>
        <translation>Andersherum zu den Verbindungen der ausgewählten Schicht</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Gewichte</translation>
    </message>
    <message>
        <source>See the weights that come into the selected layer one by one, and type other values</source>
        <translation>Die Gewichte, die in die ausgewählte Schicht führen, einzeln ansehen und andere Werte eingeben</translation>
    </message>
    <message>
        <source>Large P&amp;icture</source>
        <translation>Großes &amp;Bild</translation>
    </message>
    <message>
        <source>Show what the selected layer gives, large; the arrow keys go from neuron to neuron</source>
        <translation>Groß zeigen, was die ausgewählte Schicht ausgibt; die Pfeiltasten führen von Neuron zu Neuron</translation>
    </message>
    <message>
        <source>Move View &amp;Left</source>
        <translation>Ansicht nach &amp;links</translation>
    </message>
    <message>
        <source>See what lies further to the left</source>
        <translation>Zeigen, was weiter links liegt</translation>
    </message>
    <message>
        <source>Move View &amp;Right</source>
        <translation>Ansicht nach &amp;rechts</translation>
    </message>
    <message>
        <source>See what lies further to the right</source>
        <translation>Zeigen, was weiter rechts liegt</translation>
    </message>
    <message>
        <source>Move View &amp;Up</source>
        <translation>Ansicht nach &amp;oben</translation>
    </message>
    <message>
        <source>See what lies further up</source>
        <translation>Zeigen, was weiter oben liegt</translation>
    </message>
    <message>
        <source>Move View &amp;Down</source>
        <translation>Ansicht nach &amp;unten</translation>
    </message>
    <message>
        <source>See what lies further down</source>
        <translation>Zeigen, was weiter unten liegt</translation>
    </message>
    <message>
        <source>Add the layers on the clipboard, or look at the picture there</source>
        <translation>Die Schichten in der Zwischenablage hinzufügen, oder das Bild dort ansehen</translation>
    </message>
</context>
<context>
    <name>protomind::EndWait</name>
    <message>
        <source>Waiting for the network to be prepared…</source>
        <translation>Warten, bis das Netz vorbereitet ist …</translation>
    </message>
    <message>
        <source>Waiting for the current step to end…</source>
        <translation>Warten, bis der laufende Schritt endet …</translation>
    </message>
    <message>
        <source>Waiting for data to be read…</source>
        <translation>Warten, bis die Daten gelesen sind …</translation>
    </message>
    <message>
        <source>The program ends when that is over. Close anyway ends it at once; nothing is lost by that.</source>
        <translation>Das Programm endet, sobald das vorbei ist. „Trotzdem schließen“ beendet es sofort; dabei geht nichts verloren.</translation>
    </message>
</context>
<context>
    <name>protomind::EndWaitDialog</name>
    <message>
        <source>&amp;Close anyway</source>
        <translation>&amp;Trotzdem schließen</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>protomind::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>This network can&apos;t be written in this format:</source>
        <translation>Dieses Netz lässt sich in diesem Format nicht schreiben:</translation>
    </message>
    <message>
        <source>How much is written</source>
        <translation>Wie viel geschrieben ist</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Fetching the newest weights…</source>
        <translation>Die neuesten Gewichte werden geholt …</translation>
    </message>
    <message>
        <source>This is the network after %1 steps of training.</source>
        <translation>Das ist das Netz nach %1 Schritten Training.</translation>
    </message>
    <message>
        <source>This network has not been trained yet: it is written with the weights it begins with. Train it first if it should know something.</source>
        <translation>Dieses Netz ist noch nicht trainiert: Es wird mit den Gewichten geschrieben, mit denen es beginnt. Trainiere es zuerst, wenn es etwas können soll.</translation>
    </message>
    <message>
        <source>Not possible with this network</source>
        <translation>Mit diesem Netz nicht möglich</translation>
    </message>
    <message>
        <source>network</source>
        <translation>netz</translation>
    </message>
    <message>
        <source>Looking what is written…</source>
        <translation>Es wird nachgesehen, was geschrieben wird …</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Exportieren als %1</translation>
    </message>
    <message>
        <source>Where is the folder “%1” to be made?</source>
        <translation>Wo soll der Ordner „%1“ angelegt werden?</translation>
    </message>
    <message>
        <source>Write into the folder “%1” again?</source>
        <translation>Noch einmal in den Ordner „%1“ schreiben?</translation>
    </message>
    <message>
        <source>Files of the last export are replaced; others in it stay.</source>
        <translation>Dateien des letzten Exports werden ersetzt; andere darin bleiben.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing, reading it back, and comparing…</source>
        <translation>Schreiben, zurücklesen und vergleichen …</translation>
    </message>
</context>
<context>
    <name>protomind::ExportPreviewPage</name>
    <message>
        <source>Files that are written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>The start of the file</source>
        <translation>Der Anfang der Datei</translation>
    </message>
    <message>
        <source>What becomes of your network:</source>
        <translation>Was aus deinem Netz wird:</translation>
    </message>
    <message>
        <source>This file is written:</source>
        <translation>Diese Datei wird geschrieben:</translation>
    </message>
    <message>
        <source>This folder is written: %1, %2</source>
        <translation>Dieser Ordner wird geschrieben: %1, %2</translation>
    </message>
    <message>
        <source>(numbers for programs, not text)</source>
        <translation>(Zahlen für Programme, kein Text)</translation>
    </message>
</context>
<context>
    <name>protomind::ExportResultPage</name>
    <message>
        <source>Read back and compared on %1 samples: the largest difference is %2.</source>
        <translation>Zurückgelesen und an %1 Beispielen verglichen: Der größte Unterschied ist %2.</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Co&amp;py path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>✓ %1 is written: %2.</source>
        <translation>✓ %1 ist geschrieben: %2.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Read back it would answer differently from your network: that is a mistake of this program. Nothing was written. Please report it.</source>
        <translation>Zurückgelesen würde es anders antworten als dein Netz: Das ist ein Fehler dieses Programms. Es wurde nichts geschrieben. Bitte melde ihn.</translation>
    </message>
    <message>
        <source>The weights were read back, and give the same answers on %1 samples: the largest difference is %2.</source>
        <translation>Die Gewichte wurden zurückgelesen und geben bei %1 Beispielen dieselben Antworten: Der größte Unterschied ist %2.</translation>
    </message>
    <message>
        <source>The code itself is not run here.</source>
        <translation>Der Code selbst wird hier nicht ausgeführt.</translation>
    </message>
</context>
<context>
    <name>protomind::FateTable</name>
    <message>
        <source>✓ Kept</source>
        <translation>✓ Erhalten</translation>
    </message>
    <message>
        <source>↻ Changed</source>
        <translation>↻ Geändert</translation>
    </message>
    <message>
        <source>✗ Lost</source>
        <translation>✗ Verloren</translation>
    </message>
    <message>
        <source>What is kept, changed and lost</source>
        <translation>Was erhalten bleibt, sich ändert und verloren geht</translation>
    </message>
    <message>
        <source>Changed: %1. Lost: %2.</source>
        <translation>Geändert: %1. Verloren: %2.</translation>
    </message>
    <message>
        <source>Changed: %1. Nothing is lost.</source>
        <translation>Geändert: %1. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Lost: %1.</source>
        <translation>Verloren: %1.</translation>
    </message>
</context>
<context>
    <name>protomind::Fault</name>
    <message>
        <source>The program met a mistake of its own: %1.</source>
        <translation>Das Programm hat einen eigenen Fehler bemerkt: %1.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließe andere Programme, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>nobody knows which</source>
        <translation>niemand weiß, welchen</translation>
    </message>
</context>
<context>
    <name>protomind::FaultNotice</name>
    <message>
        <source>Your last changes could not be kept: save the project now.</source>
        <translation>Deine letzten Änderungen konnten nicht gesichert werden: Speichere das Projekt jetzt.</translation>
    </message>
    <message>
        <source>Your work is kept: close other programs and try again.</source>
        <translation>Deine Arbeit ist gesichert: Schließe andere Programme, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Your work is kept. Please report it.</source>
        <translation>Deine Arbeit ist gesichert. Bitte melde den Fehler.</translation>
    </message>
    <message>
        <source>A part of the window could not be drawn: %1</source>
        <translation>Ein Teil des Fensters ließ sich nicht zeichnen: %1</translation>
    </message>
</context>
<context>
    <name>protomind::FieldComplaint</name>
    <message>
        <source>A number goes here.</source>
        <translation>Hier gehört eine Zahl hin.</translation>
    </message>
    <message>
        <source>A number from %1 on goes here.</source>
        <translation>Hier gehört eine Zahl ab %1 hin.</translation>
    </message>
    <message>
        <source>A number from %1 to %2 goes here.</source>
        <translation>Hier gehört eine Zahl von %1 bis %2 hin.</translation>
    </message>
    <message>
        <source>A whole number goes here.</source>
        <translation>Hier gehört eine ganze Zahl hin.</translation>
    </message>
</context>
<context>
    <name>protomind::FieldEditor</name>
    <message>
        <source>%1, number %2 of %3</source>
        <translation>%1, Nummer %2 von %3</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Whole numbers go here, with × between them: 28 × 28 × 1.</source>
        <translation>Hier gehören ganze Zahlen hin, mit × dazwischen: 28 × 28 × 1.</translation>
    </message>
</context>
<context>
    <name>protomind::FileDrop</name>
    <message>
        <source>Drop one file at a time: a window holds one project.</source>
        <translation>Lass nur eine Datei auf einmal fallen: Ein Fenster hält ein Projekt.</translation>
    </message>
</context>
<context>
    <name>protomind::FileOptionControl</name>
    <message>
        <source>The last column</source>
        <translation>Die letzte Spalte</translation>
    </message>
    <message>
        <source>The last: %1</source>
        <translation>Die letzte: %1</translation>
    </message>
</context>
<context>
    <name>protomind::FilterControls</name>
    <message>
        <source>Grey is zero</source>
        <translation>Grau ist null</translation>
    </message>
    <message>
        <source>Shows what comes out so that numbers below zero are seen as well: darker than grey.</source>
        <translation>Zeigt auch Zahlen unter null von dem, was herauskommt: dunkler als Grau.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The picture that the kernel is slid over</source>
        <translation>Das Bild, über das der Kernel geschoben wird</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>Deine Zeichnung</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>A picture of your own; or drop one onto the picture</source>
        <translation>Ein eigenes Bild; oder lass eines auf das Bild fallen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>The mouse draws: left button white, right button black</source>
        <translation>Die Maus zeichnet: linke Taste weiß, rechte Taste schwarz</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>All black again</source>
        <translation>Wieder alles schwarz</translation>
    </message>
    <message>
        <source>Puts these nine numbers into the kernel</source>
        <translation>Schreibt diese neun Zahlen in den Kernel</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Whether the window may reach over the rim: zeros are put around the picture.</source>
        <translation>Ob das Fenster über den Rand reichen darf: Um das Bild werden Nullen gelegt.</translation>
    </message>
    <message>
        <source>No border (valid)</source>
        <translation>Kein Rand (valid)</translation>
    </message>
    <message>
        <source>Border of zeros (same)</source>
        <translation>Rand aus Nullen (same)</translation>
    </message>
    <message>
        <source>How many pixels the window moves on at a time</source>
        <translation>Um wie viele Bildpunkte das Fenster jedes Mal weiterrückt</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>How far apart the pixels are that the window looks at</source>
        <translation>Wie weit die Bildpunkte auseinanderliegen, die das Fenster ansieht</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Dilatation</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Dein Bild</translation>
    </message>
</context>
<context>
    <name>protomind::FilterScene</name>
    <message>
        <source>A kernel that is slid over a picture</source>
        <translation>Ein Kernel, der über ein Bild geschoben wird</translation>
    </message>
    <message>
        <source>The picture, with the window over it</source>
        <translation>Das Bild mit dem Fenster darüber</translation>
    </message>
    <message>
        <source>Drag the window with the mouse, or move it with the arrow keys.</source>
        <translation>Zieh das Fenster mit der Maus, oder bewege es mit den Pfeiltasten.</translation>
    </message>
    <message>
        <source>What comes out</source>
        <translation>Was herauskommt</translation>
    </message>
    <message>
        <source>A click moves the window to where this pixel comes from.</source>
        <translation>Ein Klick bringt das Fenster dorthin, woher dieser Bildpunkt kommt.</translation>
    </message>
    <message>
        <source>On this page the kernel stays as it is.</source>
        <translation>Auf dieser Seite bleibt der Kernel, wie er ist.</translation>
    </message>
    <message>
        <source>The picture: %1</source>
        <translation>Das Bild: %1</translation>
    </message>
    <message>
        <source>On the right: black −255, grey 0, white 255 and above.</source>
        <translation>Rechts: schwarz −255, grau 0, weiß 255 und darüber.</translation>
    </message>
    <message>
        <source>On the right: black 0 and below, white 255 and above.</source>
        <translation>Rechts: schwarz 0 und darunter, weiß 255 und darüber.</translation>
    </message>
    <message>
        <source>Nothing comes out</source>
        <translation>Es kommt nichts heraus</translation>
    </message>
    <message>
        <source>What comes out: %1</source>
        <translation>Was herauskommt: %1</translation>
    </message>
</context>
<context>
    <name>protomind::FunctionView</name>
    <message>
        <source>The test points and the curve that the network draws through them</source>
        <translation>Die Testpunkte und die Kurve, die das Netz durch sie legt</translation>
    </message>
    <message>
        <source>blue: test points · orange: the network</source>
        <translation>blau: Testpunkte · orange: das Netz</translation>
    </message>
    <message>
        <source>The training points and the curve that the network draws through them</source>
        <translation>Die Trainingspunkte und die Kurve, die das Netz durch sie zieht</translation>
    </message>
    <message>
        <source>The points kept aside, the training points paler, and the curve that the network draws</source>
        <translation>Die beiseitegelegten Punkte, die Trainingspunkte blasser, und die Kurve, die das Netz zieht</translation>
    </message>
    <message>
        <source>blue: training points · orange: the network</source>
        <translation>blau: Trainingspunkte · orange: das Netz</translation>
    </message>
    <message>
        <source>blue: kept aside, paler: training · orange: the network</source>
        <translation>blau: beiseitegelegt, blasser: Training · orange: das Netz</translation>
    </message>
    <message>
        <source>blue: training points</source>
        <translation>blau: Trainingspunkte</translation>
    </message>
    <message>
        <source>blue: kept aside</source>
        <translation>blau: beiseitegelegt</translation>
    </message>
    <message>
        <source>blue: test points</source>
        <translation>blau: Testpunkte</translation>
    </message>
</context>
<context>
    <name>protomind::GeneratedView</name>
    <message>
        <source>The lens “Generated samples” shows what the generator makes.</source>
        <translation>Die Linse „Gemachte Beispiele“ zeigt, was der Generator macht.</translation>
    </message>
    <message>
        <source>%1 points that the generator made, among real ones</source>
        <translation>%1 Punkte, die der Generator gemacht hat, zwischen echten</translation>
    </message>
    <message>
        <source>%1 samples that the generator made</source>
        <translation>%1 Beispiele, die der Generator gemacht hat</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
</context>
<context>
    <name>protomind::GuessPad</name>
    <message>
        <source>Your guess</source>
        <translation>Deine Vermutung</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Your guess: %1</source>
        <translation>Deine Vermutung: %1</translation>
    </message>
    <message>
        <source>No guess yet</source>
        <translation>Noch keine Vermutung</translation>
    </message>
    <message>
        <source>Your curve goes from %1 to %2</source>
        <translation>Deine Kurve geht von %1 bis %2</translation>
    </message>
    <message>
        <source>The answer: %1</source>
        <translation>Die Antwort: %1</translation>
    </message>
    <message>
        <source>The real curve goes from %1 to %2</source>
        <translation>Die wirkliche Kurve geht von %1 bis %2</translation>
    </message>
    <message>
        <source>The cross is at %1</source>
        <translation>Das Kreuz steht bei %1</translation>
    </message>
    <message>
        <source>Click where you think it is.</source>
        <translation>Klick dorthin, wo du es vermutest.</translation>
    </message>
    <message>
        <source>Draw the curve that you expect, from the left to the right.</source>
        <translation>Zeichne die Kurve, die du erwartest, von links nach rechts.</translation>
    </message>
</context>
<context>
    <name>protomind::GuessView</name>
    <message>
        <source>That is my guess</source>
        <translation>Das vermute ich</translation>
    </message>
    <message>
        <source>It is kept, and compared with what really happens</source>
        <translation>Sie wird aufgehoben und mit dem verglichen, was wirklich geschieht</translation>
    </message>
    <message>
        <source>Guess first: it makes you look closer. A wrong guess costs nothing.</source>
        <translation>Rate zuerst, dann siehst du genauer hin. Falsch raten kostet nichts.</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Your guess is kept as it is.</source>
        <translation>Deine Vermutung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Your guess is kept. Now see what happens.</source>
        <translation>Deine Vermutung ist aufgehoben. Jetzt sieh, was geschieht.</translation>
    </message>
    <message>
        <source>This is what really happened:</source>
        <translation>Das ist wirklich geschehen:</translation>
    </message>
    <message>
        <source>✓ You saw it coming.</source>
        <translation>✓ Du hast es kommen sehen.</translation>
    </message>
    <message>
        <source>✗ It went another way than you thought. That is how one learns.</source>
        <translation>✗ Es kam anders, als du dachtest. Genau so lernt man.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>protomind::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Steps, the newest last</source>
        <translation>Schritte, der neueste zuletzt</translation>
    </message>
    <message>
        <source>Choose a step to go back or forth to it</source>
        <translation>Wähle einen Schritt, um zu ihm zurück oder vor zu gehen</translation>
    </message>
    <message>
        <source>Click a step to go back or forth to it</source>
        <translation>Klick auf einen Schritt, um zu ihm zurück oder vor zu gehen</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie es geöffnet wurde</translation>
    </message>
    <message>
        <source>Click a step to go back to it. The dot is what is saved.</source>
        <translation>Klick auf einen Schritt, um zu ihm zurückzugehen. Der Punkt ist, was gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>protomind::ImageGridView</name>
    <message>
        <source>%1 test samples, %2 of them taken for something else</source>
        <translation>%1 Testbeispiele, davon %2 für etwas anderes gehalten</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>Test samples with what they are</source>
        <translation>Testbeispiele mit dem, was sie sind</translation>
    </message>
    <message>
        <source>All of these %1 test samples are recognised</source>
        <translation>Alle %1 Testbeispiele hier werden erkannt</translation>
    </message>
    <message>
        <source>%1 of these %2 test samples are taken for something else: they come first</source>
        <translation>%1 dieser %2 Testbeispiele werden für etwas anderes gehalten: Sie kommen zuerst</translation>
    </message>
    <message>
        <source>More samples</source>
        <translation>Weitere Beispiele</translation>
    </message>
    <message>
        <source>%1 training samples, %2 of them taken for something else</source>
        <translation>%1 Trainingsbeispiele, %2 davon für etwas anderes gehalten</translation>
    </message>
    <message>
        <source>%1 samples kept aside, %2 of them taken for something else</source>
        <translation>%1 beiseitegelegte Beispiele, %2 davon für etwas anderes gehalten</translation>
    </message>
    <message>
        <source>Training samples with what they are</source>
        <translation>Trainingsbeispiele mit dem, was sie sind</translation>
    </message>
    <message>
        <source>Samples kept aside with what they are</source>
        <translation>Beiseitegelegte Beispiele mit dem, was sie sind</translation>
    </message>
    <message>
        <source>All of these %1 training samples are recognised</source>
        <translation>Alle diese %1 Trainingsbeispiele sind erkannt</translation>
    </message>
    <message>
        <source>All of these %1 samples kept aside are recognised</source>
        <translation>Alle diese %1 beiseitegelegten Beispiele sind erkannt</translation>
    </message>
    <message>
        <source>%1 of these %2 training samples are taken for something else: they come first</source>
        <translation>%1 dieser %2 Trainingsbeispiele werden für etwas anderes gehalten: Sie kommen zuerst</translation>
    </message>
    <message>
        <source>%1 of these %2 samples kept aside are taken for something else: they come first</source>
        <translation>%1 dieser %2 beiseitegelegten Beispiele werden für etwas anderes gehalten: Sie kommen zuerst</translation>
    </message>
    <message>
        <source>%1: score %2</source>
        <translation>%1: Punktwert %2</translation>
    </message>
</context>
<context>
    <name>protomind::ImagePairsView</name>
    <message>
        <source>Training pictures with what should come out and what does</source>
        <translation>Trainingsbilder mit dem, was herauskommen soll, und dem, was herauskommt</translation>
    </message>
    <message>
        <source>Pictures kept aside with what should come out and what does</source>
        <translation>Beiseitegelegte Bilder mit dem, was herauskommen soll, und dem, was herauskommt</translation>
    </message>
    <message>
        <source>Test pictures with what should come out and what does</source>
        <translation>Testbilder mit dem, was herauskommen soll, und dem, was herauskommt</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>beiseite</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>gewünscht</translation>
    </message>
    <message>
        <source>given</source>
        <translation>geliefert</translation>
    </message>
</context>
<context>
    <name>protomind::InsertLayer</name>
    <message>
        <source>Insert %1 layer</source>
        <translation>Schicht %1 einfügen</translation>
    </message>
</context>
<context>
    <name>protomind::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Eigenschaften</translation>
    </message>
</context>
<context>
    <name>protomind::KernelGrid</name>
    <message>
        <source>The numbers of the kernel</source>
        <translation>Die Zahlen des Kernels</translation>
    </message>
    <message>
        <source>Kernel, row %1, column %2</source>
        <translation>Kernel, Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Type a number, or drag it up and down with the mouse (Shift: finely). The wheel and the arrow keys change it as well.</source>
        <translation>Tippe eine Zahl, oder zieh sie mit der Maus hinauf und hinunter (Umschalt: fein). Auch das Mausrad und die Pfeiltasten ändern sie.</translation>
    </message>
</context>
<context>
    <name>protomind::KnownKernel</name>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Weichzeichnen</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>Standing edges</source>
        <translation>Stehende Kanten</translation>
    </message>
    <message>
        <source>Lying edges</source>
        <translation>Liegende Kanten</translation>
    </message>
    <message>
        <source>Emboss</source>
        <translation>Relief</translation>
    </message>
</context>
<context>
    <name>protomind::LandscapeView</name>
    <message>
        <source>Landscape of the loss</source>
        <translation>Landschaft des Verlusts</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>m %1, b %2: loss %3</source>
        <translation>m %1, b %2: Verlust %3</translation>
    </message>
    <message>
        <source>outside of the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>slope along m %1, along b %2</source>
        <translation>Steigung entlang m %1, entlang b %2</translation>
    </message>
    <message>
        <source>Without points there is no loss.</source>
        <translation>Ohne Punkte gibt es keinen Verlust.</translation>
    </message>
    <message>
        <source>m and b are no numbers any more: they have no place here.</source>
        <translation>m und b sind keine Zahlen mehr: Hier haben sie keinen Platz.</translation>
    </message>
    <message>
        <source>The line is outside, at m %1, b %2: zoom out to see it.</source>
        <translation>Die Gerade liegt außerhalb, bei m %1, b %2: Zoome hinaus, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>protomind::LargePicture</name>
    <message>
        <source>Large picture</source>
        <translation>Großes Bild</translation>
    </message>
    <message>
        <source>what it gives at every place of the plane</source>
        <translation>was es an jeder Stelle der Ebene ausgibt</translation>
    </message>
    <message>
        <source>what it gives at every place, with the data</source>
        <translation>was es an jeder Stelle ausgibt, mit den Daten</translation>
    </message>
    <message>
        <source>what it gives, from left to right</source>
        <translation>was es ausgibt, von links nach rechts</translation>
    </message>
    <message>
        <source>what it makes of the sample</source>
        <translation>was es aus dem Beispiel macht</translation>
    </message>
    <message>
        <source>the sample that is looked at</source>
        <translation>das Beispiel, das betrachtet wird</translation>
    </message>
    <message>
        <source>one bar a neuron</source>
        <translation>ein Balken je Neuron</translation>
    </message>
    <message>
        <source>how often which values</source>
        <translation>wie oft welche Werte</translation>
    </message>
</context>
<context>
    <name>protomind::LayerCategory</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Lernend</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>Regularisierung</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Folgen</translation>
    </message>
</context>
<context>
    <name>protomind::LayerFinder</name>
    <message>
        <source>Add a layer by name</source>
        <translation>Eine Schicht nach Namen hinzufügen</translation>
    </message>
    <message>
        <source>Name of the layer to add</source>
        <translation>Name der Schicht, die hinzukommt</translation>
    </message>
    <message>
        <source>Name of a layer</source>
        <translation>Name einer Schicht</translation>
    </message>
    <message>
        <source>Type a name, or what it should do; Enter adds it, Esc closes</source>
        <translation>Tippe einen Namen, oder was sie tun soll; Enter fügt sie hinzu, Esc schließt</translation>
    </message>
    <message>
        <source>Layers found</source>
        <translation>Gefundene Schichten</translation>
    </message>
    <message>
        <source>No layer is called or does “%1”.</source>
        <translation>Keine Schicht heißt oder tut „%1“.</translation>
    </message>
</context>
<context>
    <name>protomind::LayerOpener</name>
    <message>
        <source> (at step %1)</source>
        <translation> (bei Schritt %1)</translation>
    </message>
    <message>
        <source>Map %1 answers most to these samples</source>
        <translation>Karte %1 antwortet am stärksten auf diese Beispiele</translation>
    </message>
    <message>
        <source>Neuron %1 answers most to these samples</source>
        <translation>Neuron %1 antwortet am stärksten auf diese Beispiele</translation>
    </message>
    <message>
        <source>Sample %1 of the next batch</source>
        <translation>Beispiel %1 des nächsten Batches</translation>
    </message>
</context>
<context>
    <name>protomind::LayerPage</name>
    <message>
        <source>Name of the layer</source>
        <translation>Name der Schicht</translation>
    </message>
    <message>
        <source>The layer&apos;s name, on its card and in files; every layer has its own</source>
        <translation>Der Name der Schicht, auf ihrer Karte und in Dateien; jede Schicht hat ihren eigenen</translation>
    </message>
    <message>
        <source>Unknown kind of layer: %1</source>
        <translation>Unbekannte Art von Schicht: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This version does not know this kind of layer. It is kept as it is when the project is saved.</source>
        <translation>Diese Version kennt diese Art von Schicht nicht. Sie bleibt, wie sie ist, wenn das Projekt gespeichert wird.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Was daraus folgt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What comes in for one sample: height × width × channels, or how many numbers</source>
        <translation>Was für ein Beispiel hereinkommt: Höhe × Breite × Kanäle, oder wie viele Zahlen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>What goes out for one sample</source>
        <translation>Was für ein Beispiel herauskommt</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Numbers that are learned, and how they add up</source>
        <translation>Zahlen, die gelernt werden, und wie sie zusammenkommen</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>Multiplications with an addition, for one sample: how much work it is</source>
        <translation>Multiplikationen mit Addition für ein Beispiel: wie viel Arbeit es ist</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>A layer needs a name.</source>
        <translation>Eine Schicht braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another layer is called %1 already.</source>
        <translation>Eine andere Schicht heißt schon %1.</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>die Daten</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Hineinsehen</translation>
    </message>
    <message>
        <source>What comes in, what it has learned, and what goes out; down to a single number. A double click on the card does the same.</source>
        <translation>Was hereinkommt, was sie gelernt hat und was hinausgeht; bis zu einer einzelnen Zahl. Ein Doppelklick auf die Karte tut dasselbe.</translation>
    </message>
    <message>
        <source>Look inside the layer</source>
        <translation>In die Schicht hineinsehen</translation>
    </message>
    <message>
        <source>random numbers</source>
        <translation>Zufallszahlen</translation>
    </message>
</context>
<context>
    <name>protomind::LayerPalette</name>
    <message>
        <source>Find a layer</source>
        <translation>Eine Schicht finden</translation>
    </message>
    <message>
        <source>Type a name, or what it should do; Enter adds the first one found</source>
        <translation>Tippe einen Namen, oder was sie tun soll; Enter fügt die erste gefundene hinzu</translation>
    </message>
    <message>
        <source>Drag it onto the canvas, or double-click to add it.</source>
        <translation>Zieh sie auf die Zeichenfläche, oder füge sie mit einem Doppelklick hinzu.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Drag a layer onto the canvas, or double-click to add it</source>
        <translation>Zieh eine Schicht auf die Zeichenfläche, oder füge sie mit einem Doppelklick hinzu</translation>
    </message>
    <message>
        <source>No layer is called or does “%1”.</source>
        <translation>Keine Schicht heißt oder tut „%1“.</translation>
    </message>
</context>
<context>
    <name>protomind::LearnerRecords</name>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
</context>
<context>
    <name>protomind::LensCodeView</name>
    <message>
        <source>Steps on the device</source>
        <translation>Schritte auf dem Gerät</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>protomind::LensPanel</name>
    <message>
        <source>What to look at</source>
        <translation>Was angesehen wird</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Look with the weights as they are now</source>
        <translation>Mit den Gewichten ansehen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Kept aside to validate</source>
        <translation>Zum Validieren beiseitegelegt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Which sample is looked at, counted from 0</source>
        <translation>Welches Beispiel angesehen wird, gezählt ab 0</translation>
    </message>
    <message>
        <source>How far the look is</source>
        <translation>Wie weit das Ansehen ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy or save what is shown</source>
        <translation>Kopieren oder speichern, was zu sehen ist</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>Werte als CSV speichern …</translation>
    </message>
    <message>
        <source>Layer: %1. Select another one to look into it.</source>
        <translation>Schicht: %1. Wähle eine andere aus, um hineinzusehen.</translation>
    </message>
    <message>
        <source>Before training.</source>
        <translation>Vor dem Training.</translation>
    </message>
    <message>
        <source>After %1 steps of training.</source>
        <translation>Nach %1 Trainingsschritten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another place.</source>
        <translation>„%1“ konnte nicht geschrieben werden. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>Tabelle der Werte (*.csv)</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Hineinsehen</translation>
    </message>
    <message>
        <source>All layers are shown. Select one to see it alone.</source>
        <translation>Alle Schichten sind zu sehen. Wähle eine aus, um sie allein zu sehen.</translation>
    </message>
    <message>
        <source>Save code as text…</source>
        <translation>Code als Text speichern …</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Look at the sample that was chosen or drawn under Predictions</source>
        <translation>Das Beispiel ansehen, das unter Vorhersagen gewählt oder gezeichnet wurde</translation>
    </message>
    <message>
        <source>The sample on the cards</source>
        <translation>Das Beispiel auf den Karten</translation>
    </message>
    <message>
        <source>Other network</source>
        <translation>Anderes Netz</translation>
    </message>
    <message>
        <source>Look at it everywhere</source>
        <translation>Überall ansehen</translation>
    </message>
    <message>
        <source>The cards and the other lenses show the sample that was made here</source>
        <translation>Die Karten und die anderen Linsen zeigen das Beispiel, das hier gemacht wurde</translation>
    </message>
    <message>
        <source>Made by the lens %1</source>
        <translation>Gemacht von der Linse %1</translation>
    </message>
</context>
<context>
    <name>protomind::LensPicturesView</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1, row %2, column %3: %4</source>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
</context>
<context>
    <name>protomind::LensPlaneCanvas</name>
    <message>
        <source>%1, in colours from %2 to %3</source>
        <translation>%1, in Farben von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>protomind::LensPlaneView</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Shows or hides these points</source>
        <translation>Zeigt oder verbirgt diese Punkte</translation>
    </message>
    <message>
        <source>Shows or hides these arrows</source>
        <translation>Zeigt oder verbirgt diese Pfeile</translation>
    </message>
    <message>
        <source>Shows or hides these lines</source>
        <translation>Zeigt oder verbirgt diese Linien</translation>
    </message>
</context>
<context>
    <name>protomind::LensSettings</name>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
</context>
<context>
    <name>protomind::LensTableModel</name>
    <message>
        <source>Select to see these samples</source>
        <translation>Auswählen, um diese Beispiele zu sehen</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>protomind::LessonCard</name>
    <message>
        <source>beginner</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>intermediate</source>
        <translation>Mittelstufe</translation>
    </message>
    <message>
        <source>advanced</source>
        <translation>Fortgeschritten</translation>
    </message>
    <message>
        <source>%1 minutes · %2</source>
        <translation>%1 Minuten · %2</translation>
    </message>
    <message>
        <source>Done · %1</source>
        <translation>Geschafft · %1</translation>
    </message>
    <message>
        <source>Page %1 of %2 · go on</source>
        <translation>Seite %1 von %2 · weitermachen</translation>
    </message>
    <message>
        <source>It can&apos;t be opened</source>
        <translation>Sie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Lesson: %1. %2</source>
        <translation>Lektion: %1. %2</translation>
    </message>
    <message>
        <source>Recommended.</source>
        <translation>Empfohlen.</translation>
    </message>
    <message>
        <source>It builds on the lesson “%1”, which is not here.</source>
        <translation>Sie baut auf der Lektion „%1“ auf, die es hier nicht gibt.</translation>
    </message>
</context>
<context>
    <name>protomind::LessonGuide</name>
    <message>
        <source>Save the project before the lesson?</source>
        <translation>Das Projekt vor der Lektion speichern?</translation>
    </message>
    <message>
        <source>On this page of the lesson it stays as it is.</source>
        <translation>Auf dieser Seite der Lektion bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>First make your guess, in the lesson at the left.</source>
        <translation>Rate zuerst, links in der Lektion.</translation>
    </message>
    <message>
        <source>This is not shown on this page.</source>
        <translation>Das ist auf dieser Seite nicht zu sehen.</translation>
    </message>
    <message>
        <source>Save the project before leaving the lesson?</source>
        <translation>Das Projekt vor dem Verlassen der Lektion speichern?</translation>
    </message>
</context>
<context>
    <name>protomind::LessonPane</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>More about this lesson</source>
        <translation>Mehr zu dieser Lektion</translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Forget what you did in this lesson, and begin with its first page</source>
        <translation>Vergessen, was du in dieser Lektion getan hast, und auf der ersten Seite beginnen</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Lektion verlassen</translation>
    </message>
    <message>
        <source>Leave the lesson. What was open before comes back, and you can go on here later.</source>
        <translation>Die Lektion verlassen. Was vorher offen war, kommt wieder, und du kannst hier später weitermachen.</translation>
    </message>
    <message>
        <source>How far you are in the lesson</source>
        <translation>Wie weit du in der Lektion bist</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>Text der Lektion</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 · page %2 of %3</source>
        <translation>%1 · Seite %2 von %3</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>Deine Vermutung</translation>
    </message>
    <message>
        <source>Your task</source>
        <translation>Deine Aufgabe</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Eine Frage</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>This is the first page.</source>
        <translation>Das ist die erste Seite.</translation>
    </message>
    <message>
        <source>To the page before</source>
        <translation>Zur vorigen Seite</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End the lesson; what was open before comes back</source>
        <translation>Die Lektion beenden; was vorher offen war, kommt wieder</translation>
    </message>
    <message>
        <source>Go on without having done the task; you can come back</source>
        <translation>Weitergehen, ohne die Aufgabe gelöst zu haben; du kannst zurückkommen</translation>
    </message>
    <message>
        <source>To the next page</source>
        <translation>Zur nächsten Seite</translation>
    </message>
    <message>
        <source>*Parts of this page are not translated yet, and stand here in English.*</source>
        <translation>*Teile dieser Seite sind noch nicht übersetzt und stehen hier auf Englisch.*</translation>
    </message>
</context>
<context>
    <name>protomind::LessonShelf</name>
    <message>
        <source>There is no lesson named &quot;%1&quot;.</source>
        <translation>Es gibt keine Lektion namens „%1“.</translation>
    </message>
</context>
<context>
    <name>protomind::LessonStage</name>
    <message>
        <source>what the lesson shows</source>
        <translation>was die Lektion zeigt</translation>
    </message>
</context>
<context>
    <name>protomind::LessonWords</name>
    <message>
        <source>Show where this is</source>
        <translation>Zeigen, wo das ist</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Das tun</translation>
    </message>
    <message>
        <source>Go to this lesson</source>
        <translation>Zu dieser Lektion</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
</context>
<context>
    <name>protomind::LineControls</name>
    <message>
        <source>m, the slope</source>
        <translation>m, die Steigung</translation>
    </message>
    <message>
        <source>b, the height at x = 0</source>
        <translation>b, die Höhe bei x = 0</translation>
    </message>
    <message>
        <source>The mean of the squared errors: the smaller, the better the line fits.</source>
        <translation>Das Mittel der quadrierten Fehler: je kleiner, desto besser passt die Gerade.</translation>
    </message>
    <message>
        <source>Less slope</source>
        <translation>Weniger Steigung</translation>
    </message>
    <message>
        <source>m becomes a little smaller.</source>
        <translation>m wird ein wenig kleiner.</translation>
    </message>
    <message>
        <source>More slope</source>
        <translation>Mehr Steigung</translation>
    </message>
    <message>
        <source>m becomes a little larger.</source>
        <translation>m wird ein wenig größer.</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Tiefer</translation>
    </message>
    <message>
        <source>b becomes a little smaller.</source>
        <translation>b wird ein wenig kleiner.</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>b becomes a little larger.</source>
        <translation>b wird ein wenig größer.</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Quadrate</translation>
    </message>
    <message>
        <source>Shows the squared errors as squares.</source>
        <translation>Zeigt die quadrierten Fehler als Quadrate.</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>Shows the loss for all m and b, beside the points.</source>
        <translation>Zeigt neben den Punkten den Verlust für alle m und b.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Shows in the landscape where the line has been.</source>
        <translation>Zeigt in der Landschaft, wo die Gerade schon war.</translation>
    </message>
    <message>
        <source>Downhill</source>
        <translation>Bergab</translation>
    </message>
    <message>
        <source>Shows in the landscape which way goes down most steeply.</source>
        <translation>Zeigt in der Landschaft, wo es am steilsten hinuntergeht.</translation>
    </message>
    <message>
        <source>loss –</source>
        <translation>Verlust –</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>It is drawn in the landscape: show that first.</source>
        <translation>Das wird in die Landschaft gezeichnet: Zeig zuerst sie.</translation>
    </message>
</context>
<context>
    <name>protomind::LineFitPage</name>
    <message>
        <source>Move points</source>
        <translation>Punkte bewegen</translation>
    </message>
</context>
<context>
    <name>protomind::LineFitScene</name>
    <message>
        <source>A line fitted to points</source>
        <translation>Eine Gerade durch Punkte</translation>
    </message>
    <message>
        <source>Points and line</source>
        <translation>Punkte und Gerade</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Points…</source>
        <translation>Punkte …</translation>
    </message>
    <message>
        <source>Landscape of the loss</source>
        <translation>Landschaft des Verlusts</translation>
    </message>
    <message>
        <source>Look closer (+)</source>
        <translation>Näher heran (+)</translation>
    </message>
    <message>
        <source>See more of the landscape (-)</source>
        <translation>Mehr von der Landschaft sehen (-)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the best line, this line, and all of its path (0)</source>
        <translation>Die beste Gerade zeigen, diese und ihren ganzen Weg (0)</translation>
    </message>
    <message>
        <source>A click puts a point where there is none (a double click always does)</source>
        <translation>Ein Klick setzt einen Punkt, wo keiner ist (ein Doppelklick immer)</translation>
    </message>
    <message>
        <source>Type the points, or paste them</source>
        <translation>Die Punkte eintippen oder einfügen</translation>
    </message>
</context>
<context>
    <name>protomind::LiveKeys</name>
    <message>
        <source>There are no single weights to see here: they are shown between small layers, as soon as the network can run.</source>
        <translation>Hier sind keine einzelnen Gewichte zu sehen: Sie erscheinen zwischen kleinen Schichten, sobald das Netz rechnen kann.</translation>
    </message>
    <message>
        <source>There is no picture of this layer yet: it is drawn as soon as the network can run.</source>
        <translation>Von dieser Schicht gibt es noch kein Bild: Es wird gezeichnet, sobald das Netz rechnen kann.</translation>
    </message>
</context>
<context>
    <name>protomind::LoadTemplate</name>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>protomind::LookActions</name>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Hell oder dunkel, wie der Desktop ist</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>Dunkel auf hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Hell auf dunkel</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>White and yellow on black, with thicker lines</source>
        <translation>Weiß und gelb auf schwarz, mit dickeren Linien</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>&amp;Beamer</translation>
    </message>
    <message>
        <source>Large type, thick lines and strong colours, to be seen from the last row</source>
        <translation>Große Schrift, dicke Linien und kräftige Farben, bis in die letzte Reihe zu sehen</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>All words of the window a little larger</source>
        <translation>Alle Wörter des Fensters etwas größer</translation>
    </message>
    <message>
        <source>&amp;Smaller Text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>All words of the window a little smaller</source>
        <translation>Alle Wörter des Fensters etwas kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual Size of Text</source>
        <translation>&amp;Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>All words as large as in other programs</source>
        <translation>Alle Wörter so groß wie in anderen Programmen</translation>
    </message>
    <message>
        <source>Nothing but this window on the screen</source>
        <translation>Nichts als dieses Fenster auf dem Bildschirm</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farbsche&amp;ma</translation>
    </message>
    <message>
        <source>Size of Te&amp;xt</source>
        <translation>Schriftg&amp;röße</translation>
    </message>
    <message>
        <source>It is as large as it gets.</source>
        <translation>Größer geht es nicht.</translation>
    </message>
    <message>
        <source>It is as small as it gets.</source>
        <translation>Kleiner geht es nicht.</translation>
    </message>
    <message>
        <source>It has its usual size.</source>
        <translation>Sie hat ihre übliche Größe.</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>Less &amp;Motion</source>
        <translation>Weniger Beweg&amp;ung</translation>
    </message>
    <message>
        <source>Nothing pulses or slides: it is there at once</source>
        <translation>Nichts pulsiert oder gleitet: Es ist gleich da</translation>
    </message>
    <message>
        <source>Your desktop asks for it already.</source>
        <translation>Dein Desktop verlangt es schon.</translation>
    </message>
</context>
<context>
    <name>protomind::MainWindow</name>
    <message>
        <source>Show the data</source>
        <translation>Daten zeigen</translation>
    </message>
    <message>
        <source>%1[*] – Protomind</source>
        <translation>%1[*] – Protomind</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>There is nothing to undo yet.</source>
        <translation>Es gibt noch nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>No files yet: what you open or save is listed here</source>
        <translation>Noch keine Dateien: Was du öffnest oder speicherst, steht dann hier</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Diese Dateien vergessen</translation>
    </message>
    <message>
        <source>&amp;Network, Data and Training</source>
        <translation>&amp;Netz, Daten und Training</translation>
    </message>
    <message>
        <source>Show the settings, on the right</source>
        <translation>Rechts die Einstellungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Curves and Predictions</source>
        <translation>&amp;Kurven und Vorhersagen</translation>
    </message>
    <message>
        <source>Show how it learns, below the canvas</source>
        <translation>Unter der Zeichenfläche zeigen, wie es lernt</translation>
    </message>
    <message>
        <source>Layers to add, and what was done</source>
        <translation>Schichten zum Hinzufügen, und was getan wurde</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Kinds of layers, to drag onto the canvas</source>
        <translation>Arten von Schichten, zum Ziehen auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>What was done, step by step, and back</source>
        <translation>Was getan wurde, Schritt für Schritt, und zurück</translation>
    </message>
    <message>
        <source>&amp;Layers and History</source>
        <translation>&amp;Schichten und Verlauf</translation>
    </message>
    <message>
        <source>Show what can be added and what was done, on the left</source>
        <translation>Links zeigen, was sich hinzufügen lässt und was getan wurde</translation>
    </message>
    <message>
        <source>&amp;Unsaved Work…</source>
        <translation>Un&amp;gespeicherte Arbeit …</translation>
    </message>
    <message>
        <source>What crashes left behind and was not opened yet</source>
        <translation>Was Abstürze hinterlassen haben und noch nicht geöffnet wurde</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>Do the step again that was undone</source>
        <translation>Den zurückgenommenen Schritt noch einmal tun</translation>
    </message>
    <message>
        <source>There is nothing to redo: nothing was undone.</source>
        <translation>Es gibt nichts zu wiederholen: Nichts wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Al&amp;ign</source>
        <translation>Ausri&amp;chten</translation>
    </message>
    <message>
        <source>Dra&amp;wing</source>
        <translation>Zeichnun&amp;g</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Ge&amp;he zu</translation>
    </message>
</context>
<context>
    <name>protomind::MessageStrip</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>What to do about the message</source>
        <translation>Was man wegen der Meldung tun kann</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>protomind::MiniMap</name>
    <message>
        <source>Overview of the network</source>
        <translation>Übersicht des Netzes</translation>
    </message>
    <message>
        <source>Drag to see another part of the network</source>
        <translation>Zieh, um einen anderen Teil des Netzes zu sehen</translation>
    </message>
</context>
<context>
    <name>protomind::MoveDrag</name>
    <message>
        <source>Put %1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3 setzen</translation>
    </message>
</context>
<context>
    <name>protomind::MoveLayers</name>
    <message>
        <source>Move %1</source>
        <translation>%1 bewegen</translation>
    </message>
    <message>
        <source>Move %1 layers</source>
        <translation>%1 Schichten bewegen</translation>
    </message>
</context>
<context>
    <name>protomind::MoveWeights</name>
    <message>
        <source>Move the weights of %1</source>
        <translation>Gewichte von %1 verändern</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkEditing</name>
    <message>
        <source>Select a layer or a wire first, then remove it.</source>
        <translation>Wähle zuerst eine Schicht oder eine Verbindung aus und entferne sie dann.</translation>
    </message>
    <message>
        <source>Select the layers to copy first.</source>
        <translation>Wähle zuerst die Schichten aus, die du kopieren willst.</translation>
    </message>
    <message>
        <source>The clipboard holds no layers. Copy some first.</source>
        <translation>In der Zwischenablage sind keine Schichten. Kopiere zuerst welche.</translation>
    </message>
    <message>
        <source>What is on the clipboard is not a part of a network.</source>
        <translation>Was in der Zwischenablage ist, ist kein Teil eines Netzes.</translation>
    </message>
    <message>
        <source>Select the layers to duplicate first.</source>
        <translation>Wähle zuerst die Schichten aus, die du duplizieren willst.</translation>
    </message>
    <message>
        <source>There are no layers to arrange yet.</source>
        <translation>Es gibt noch keine Schichten zum Anordnen.</translation>
    </message>
    <message>
        <source>Arrange layers</source>
        <translation>Schichten anordnen</translation>
    </message>
    <message>
        <source>This no longer fits the network.</source>
        <translation>Das passt nicht mehr zum Netz.</translation>
    </message>
    <message>
        <source>Select at least %1 layers first.</source>
        <translation>Wähle zuerst mindestens %1 Schichten aus.</translation>
    </message>
    <message>
        <source>These layers are connected already.</source>
        <translation>Diese Schichten sind schon verbunden.</translation>
    </message>
    <message>
        <source>These layers are lined up already.</source>
        <translation>Diese Schichten sind schon ausgerichtet.</translation>
    </message>
    <message>
        <source>Spread %1 layers</source>
        <translation>%1 Schichten verteilen</translation>
    </message>
    <message>
        <source>Align %1 layers</source>
        <translation>%1 Schichten ausrichten</translation>
    </message>
    <message>
        <source>Every layer lies where you put it. Arrange All Layers moves these as well.</source>
        <translation>Jede Schicht liegt, wo du sie hingelegt hast. „Alle Schichten ordnen“ bewegt auch diese.</translation>
    </message>
    <message>
        <source>One layer stays where you put it. Arrange All Layers moves it as well.</source>
        <translation>Eine Schicht bleibt, wo du sie hingelegt hast. „Alle Schichten ordnen“ bewegt auch sie.</translation>
    </message>
    <message>
        <source>%1 layers stay where you put them. Arrange All Layers moves these as well.</source>
        <translation>%1 Schichten bleiben, wo du sie hingelegt hast. „Alle Schichten ordnen“ bewegt auch diese.</translation>
    </message>
    <message>
        <source>Arrange all layers</source>
        <translation>Alle Schichten ordnen</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkEditor</name>
    <message>
        <source>Show as Ta&amp;ble</source>
        <translation>Als Tabelle &amp;zeigen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the network as a table, for reading aloud and for typing</source>
        <translation>Das Netz als Tabelle zeigen, zum Vorlesen und zum Tippen</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkImport</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Networks of other programs (*.onnx *.keras *.json);;All files (*)</source>
        <translation>Netze anderer Programme (*.onnx *.keras *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>Das Projekt speichern, bevor ein anderes geöffnet wird?</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus geworden ist</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Cards on the canvas</source>
        <translation>Karten auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What comes in for one sample</source>
        <translation>Was für ein Beispiel hereinkommt</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>What goes out for one sample</source>
        <translation>Was für ein Beispiel herauskommt</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Numbers that are learned, in all layers together</source>
        <translation>Zahlen, die gelernt werden, in allen Schichten zusammen</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>Multiplications with an addition, for one sample: how much work it is</source>
        <translation>Multiplikationen mit Addition für ein Beispiel: wie viel Arbeit es ist</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>There are no layers yet. Drag one from the list onto the canvas; begin with Input.</source>
        <translation>Es gibt noch keine Schichten. Zieh eine aus der Liste auf die Zeichenfläche; beginne mit der Eingabe.</translation>
    </message>
    <message>
        <source>Everything fits. Select a layer to see its settings.</source>
        <translation>Alles passt. Wähle eine Schicht aus, um ihre Einstellungen zu sehen.</translation>
    </message>
    <message>
        <source>It can be trained; this may be worth a look:</source>
        <translation>Es lässt sich trainieren; das hier ist vielleicht einen Blick wert:</translation>
    </message>
    <message>
        <source>It can&apos;t be trained yet:</source>
        <translation>Es lässt sich noch nicht trainieren:</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkSize</name>
    <message>
        <source>Size of the network</source>
        <translation>Größe des Netzes</translation>
    </message>
    <message>
        <source>%1 parameters · %2 multiply-adds a sample</source>
        <translation>%1 Parameter · %2 Rechenschritte pro Beispiel</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkTable</name>
    <message>
        <source>Network as a table</source>
        <translation>Netz als Tabelle</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Schichten des Netzes</translation>
    </message>
    <message>
        <source>Add a layer by its name</source>
        <translation>Eine Schicht nach ihrem Namen hinzufügen</translation>
    </message>
    <message>
        <source>Add a layer: type its name</source>
        <translation>Schichtname tippen</translation>
    </message>
    <message>
        <source>The layer goes behind the selected one</source>
        <translation>Die Schicht kommt hinter die ausgewählte</translation>
    </message>
    <message>
        <source>Type the name of a layer first.</source>
        <translation>Tipp zuerst den Namen einer Schicht.</translation>
    </message>
    <message>
        <source>No layer is called or does “%1”.</source>
        <translation>Keine Schicht heißt oder tut „%1“.</translation>
    </message>
    <message>
        <source>Select all layers</source>
        <translation>Alle Schichten auswählen</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkTableModel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>The layer&apos;s name; every layer has its own</source>
        <translation>Der Name der Schicht; jede hat ihren eigenen</translation>
    </message>
    <message>
        <source>This version does not know this kind of layer</source>
        <translation>Diese Version kennt diese Art von Schicht nicht</translation>
    </message>
    <message>
        <source>This kind of layer has no settings</source>
        <translation>Diese Art von Schicht hat keine Einstellungen</translation>
    </message>
    <message>
        <source>Its settings: %1. What is not named has its default.</source>
        <translation>Ihre Einstellungen: %1. Was nicht genannt ist, hat seinen üblichen Wert.</translation>
    </message>
    <message>
        <source>Here the samples come in, so nothing is wired into it</source>
        <translation>Hier kommen die Beispiele herein, darum führt keine Verbindung hinein</translation>
    </message>
    <message>
        <source>The names of the layers it gets its numbers from, parted by commas</source>
        <translation>Die Namen der Schichten, von denen sie ihre Zahlen bekommt, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>The shape of what goes out for one sample; it follows from inputs and settings</source>
        <translation>Die Form dessen, was für ein Beispiel herauskommt; sie folgt aus Eingängen und Einstellungen</translation>
    </message>
    <message>
        <source>How many numbers are learned; it follows from inputs and settings</source>
        <translation>Wie viele Zahlen gelernt werden; das folgt aus Eingängen und Einstellungen</translation>
    </message>
    <message>
        <source>A layer needs a name.</source>
        <translation>Eine Schicht braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another layer is called %1 already.</source>
        <translation>Eine andere Schicht heißt schon %1.</translation>
    </message>
    <message>
        <source>Here random numbers come in, so nothing is wired into it</source>
        <translation>Hier kommen Zufallszahlen herein, darum führt keine Verbindung hinein</translation>
    </message>
</context>
<context>
    <name>protomind::NetworkView</name>
    <message>
        <source>Network canvas</source>
        <translation>Zeichenfläche des Netzes</translation>
    </message>
    <message>
        <source>Build a network</source>
        <translation>Baue ein Netz</translation>
    </message>
    <message>
        <source>%1 layers, %2 wires.</source>
        <translation>%1 Schichten, %2 Verbindungen.</translation>
    </message>
    <message>
        <source> Selected: %1</source>
        <translation> Ausgewählt: %1</translation>
    </message>
    <message>
        <source>, output %1</source>
        <translation>, Ausgabe %1</translation>
    </message>
    <message>
        <source>Put %1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3 setzen</translation>
    </message>
    <message>
        <source>Add %1 here</source>
        <translation>%1 hier hinzufügen</translation>
    </message>
    <message>
        <source>There are no problems: everything fits.</source>
        <translation>Es gibt keine Probleme: Alles passt.</translation>
    </message>
    <message>
        <source>Drag a layer from the list onto the canvas, or just type its name.
Begin with Input: it is where the data comes in.
Then draw wires from the right side of a card to the left side of the next.</source>
        <translation>Zieh eine Schicht aus der Liste auf die Zeichenfläche, oder tipp einfach ihren Namen.
Beginne mit der Eingabe: Dort kommen die Daten herein.
Dann zieh Verbindungen von der rechten Seite einer Karte zur linken der nächsten.</translation>
    </message>
    <message>
        <source>Enter puts it here.</source>
        <translation>Enter legt sie hierher.</translation>
    </message>
    <message>
        <source>Enter puts it behind %1.</source>
        <translation>Enter legt sie hinter %1.</translation>
    </message>
    <message>
        <source>Enter puts it between %1 and %2.</source>
        <translation>Enter legt sie zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>Enter puts it below the others.</source>
        <translation>Enter legt sie unter die anderen.</translation>
    </message>
    <message>
        <source>Add Layer &amp;Here…</source>
        <translation>Schicht &amp;hier hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>A&amp;lign</source>
        <translation>A&amp;usrichten</translation>
    </message>
    <message>
        <source> Selected: the wire from %1 to %2, which carries %3.</source>
        <translation> Ausgewählt: die Verbindung von %1 nach %2, sie trägt %3.</translation>
    </message>
    <message>
        <source>This layer has no wires yet.</source>
        <translation>Diese Schicht hat noch keine Verbindungen.</translation>
    </message>
    <message>
        <source>&amp;Look Inside</source>
        <translation>&amp;Hineinsehen</translation>
    </message>
</context>
<context>
    <name>protomind::ObstacleList</name>
    <message>
        <source>What stands in the way</source>
        <translation>Was im Weg steht</translation>
    </message>
    <message>
        <source>Show “%1” on the canvas</source>
        <translation>„%1“ auf der Zeichenfläche zeigen</translation>
    </message>
</context>
<context>
    <name>protomind::OpenedLayer</name>
    <message>
        <source>Small numbers too</source>
        <translation>Auch kleine Zahlen</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Colours over the layer</source>
        <translation>Farben über die Schicht</translation>
    </message>
    <message>
        <source>Colours over each map</source>
        <translation>Farben über jede Karte</translation>
    </message>
    <message>
        <source>Colours over the page</source>
        <translation>Farben über die Seite</translation>
    </message>
    <message>
        <source>The strongest colour stands for the largest number of this.</source>
        <translation>Die stärkste Farbe steht für die größte Zahl davon.</translation>
    </message>
    <message>
        <source>Makes numbers near zero easier to see.</source>
        <translation>Lässt Zahlen nahe null besser sehen.</translation>
    </message>
    <message>
        <source>Blue: below zero. Orange: above zero.</source>
        <translation>Blau: unter null. Orange: über null.</translation>
    </message>
    <message>
        <source>Looking inside…</source>
        <translation>Es wird hineingesehen …</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What the colours reach over</source>
        <translation>Worüber die Farben reichen</translation>
    </message>
    <message>
        <source>Show small numbers too</source>
        <translation>Auch kleine Zahlen zeigen</translation>
    </message>
    <message>
        <source>First sample</source>
        <translation>Erstes Beispiel</translation>
    </message>
    <message>
        <source>Show the first sample kept aside again</source>
        <translation>Wieder das erste beiseitegelegte Beispiel zeigen</translation>
    </message>
    <message>
        <source>The sample before</source>
        <translation>Das Beispiel davor</translation>
    </message>
    <message>
        <source>The next sample</source>
        <translation>Das nächste Beispiel</translation>
    </message>
    <message>
        <source>The first sample kept aside. Click another one under Predictions, or draw one.</source>
        <translation>Das erste beiseitegelegte Beispiel. Klicke unter Vorhersagen auf ein anderes, oder zeichne eins.</translation>
    </message>
    <message>
        <source>The first sample kept aside</source>
        <translation>Das erste beiseitegelegte Beispiel</translation>
    </message>
    <message>
        <source>As in training</source>
        <translation>Wie beim Trainieren</translation>
    </message>
    <message>
        <source>Numbers as in training</source>
        <translation>Zahlen wie beim Trainieren</translation>
    </message>
    <message>
        <source>A sample of the next batch: dropout drops numbers, and normalisation goes by the batch.</source>
        <translation>Ein Beispiel des nächsten Batches: Dropout lässt Zahlen weg, und Normalisierung richtet sich nach dem Batch.</translation>
    </message>
</context>
<context>
    <name>protomind::OpenedLayerPage</name>
    <message>
        <source>comes in (%1)</source>
        <translation>kommt herein (%1)</translation>
    </message>
    <message>
        <source>goes out (%1)</source>
        <translation>geht hinaus (%1)</translation>
    </message>
    <message>
        <source>&lt;b&gt;Parts&lt;/b&gt; &amp;nbsp; what each map adds</source>
        <translation>&lt;b&gt;Teile&lt;/b&gt; &amp;nbsp; was jede Karte beiträgt</translation>
    </message>
    <message>
        <source>All of it added up, and the bias %1.</source>
        <translation>Alles zusammengezählt, und der Bias %1.</translation>
    </message>
    <message>
        <source>Point at what goes out to see what it is made of. Click a cell to work its number out.</source>
        <translation>Zeige auf etwas, das hinausgeht, um zu sehen, woraus es besteht. Klicke auf eine Zelle, um ihre Zahl nachzurechnen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Weights&lt;/b&gt; &amp;nbsp; learned for it (number %1)</source>
        <translation>&lt;b&gt;Gewichte&lt;/b&gt; &amp;nbsp; dafür gelernt (Nummer %1)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What each map adds</source>
        <translation>Was jede Karte beiträgt</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Was hinausgeht</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Was hereinkommt</translation>
    </message>
</context>
<context>
    <name>protomind::OptionControl</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieberegler</translation>
    </message>
</context>
<context>
    <name>protomind::OtherNetworkChooser</name>
    <message>
        <source>The other network</source>
        <translation>Das andere Netz</translation>
    </message>
    <message>
        <source>Choose another trained project</source>
        <translation>Ein anderes trainiertes Projekt wählen</translation>
    </message>
    <message>
        <source>Projects (*.protomind)</source>
        <translation>Projekte (*.protomind)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Another project with trained weights: it is read, and left as it is</source>
        <translation>Ein anderes Projekt mit trainierten Gewichten: Es wird gelesen und bleibt, wie es ist</translation>
    </message>
</context>
<context>
    <name>protomind::PasteLayers</name>
    <message>
        <source>Paste %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Duplicate as %1</source>
        <translation>Als %1 duplizieren</translation>
    </message>
    <message>
        <source>Paste %1 layers</source>
        <translation>%1 Schichten einfügen</translation>
    </message>
    <message>
        <source>Duplicate %1 layers</source>
        <translation>%1 Schichten duplizieren</translation>
    </message>
</context>
<context>
    <name>protomind::PenView</name>
    <message>
        <source>Stroke back</source>
        <translation>Strich zurück</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>Den letzten Strich zurücknehmen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the paper</source>
        <translation>Das Papier leeren</translation>
    </message>
    <message>
        <source>Paper to draw on, still empty</source>
        <translation>Papier zum Zeichnen, noch leer</translation>
    </message>
    <message>
        <source>Your drawing is taken for %1</source>
        <translation>Deine Zeichnung wird für %1 gehalten</translation>
    </message>
    <message>
        <source>Draw here with the mouse, large. Or with the keys: arrows, and Space for pen down and up.</source>
        <translation>Zeichne hier groß mit der Maus. Oder mit den Tasten: Pfeile, und Leertaste für Stift ab und auf.</translation>
    </message>
    <message>
        <source>◂ as the network sees it</source>
        <translation>◂ wie das Netz es sieht</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scores: the largest wins</source>
        <translation>Punktwerte: Der größte gewinnt</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>Deine Zeichnung</translation>
    </message>
</context>
<context>
    <name>protomind::Phrase</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source>A batch of {} is more than the {} training samples: each step takes all of them.</source>
        <translation>Ein Batch von {} ist mehr als die {} Trainingsbeispiele: Jeder Schritt nimmt alle.</translation>
    </message>
    <message>
        <source>A disc inside a ring: no straight line can part them.</source>
        <translation>Eine Scheibe in einem Ring: Keine Gerade kann sie trennen.</translation>
    </message>
    <message>
        <source>A layer in braces is needed here.</source>
        <translation>Hier muss eine Schicht in geschweiften Klammern stehen.</translation>
    </message>
    <message>
        <source>A layer of type {} has no name.</source>
        <translation>Eine Schicht der Art {} hat keinen Namen.</translation>
    </message>
    <message>
        <source>A learning rate is a number from 0 on.</source>
        <translation>Eine Lernrate ist eine Zahl ab 0.</translation>
    </message>
    <message>
        <source>A list in square brackets is needed here.</source>
        <translation>Hier muss eine Liste in eckigen Klammern stehen.</translation>
    </message>
    <message>
        <source>A position is a list of two numbers, at most {:.0f} from the middle.</source>
        <translation>Eine Position ist eine Liste von zwei Zahlen, höchstens {:.0f} von der Mitte entfernt.</translation>
    </message>
    <message>
        <source>A price on the size of weights that drives many of them to exactly zero.</source>
        <translation>Ein Preis auf die Größe der Gewichte, der viele von ihnen genau auf null bringt.</translation>
    </message>
    <message>
        <source>A smooth relative of ReLU: large numbers pass, very negative ones are silenced.</source>
        <translation>Eine weiche Verwandte von ReLU: Große Zahlen gehen durch, stark negative verstummen.</translation>
    </message>
    <message>
        <source>A string is {} bytes long; at most {} are allowed.</source>
        <translation>Ein Text ist {} Bytes lang; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>A tiny number added to the variance, so that there is no division by zero.</source>
        <translation>Eine winzige Zahl, die zur Varianz addiert wird, damit nicht durch null geteilt wird.</translation>
    </message>
    <message>
        <source>A tiny number that keeps the division from failing where gradients are zero.</source>
        <translation>Eine winzige Zahl, mit der das Teilen auch dort gelingt, wo Gradienten null sind.</translation>
    </message>
    <message>
        <source>A whole number from {} to {} is needed here.</source>
        <translation>Hier muss eine ganze Zahl von {} bis {} stehen.</translation>
    </message>
    <message>
        <source>A wire goes from {:s} into {:s}, but that is where the samples come in.</source>
        <translation>Eine Verbindung geht von {} nach {}, aber dort kommen die Beispiele herein.</translation>
    </message>
    <message>
        <source>A wire in braces is needed here.</source>
        <translation>Hier muss eine Verbindung in geschweiften Klammern stehen.</translation>
    </message>
    <message>
        <source>A wire needs a layer at both its ends.</source>
        <translation>Eine Verbindung braucht an beiden Enden eine Schicht.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam that also pulls the weights a little towards zero at every step, which helps with new data.</source>
        <translation>Adam, das außerdem bei jedem Schritt die Gewichte ein wenig zur Null zieht; das hilft bei neuen Daten.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>Add Dense</source>
        <translation>Dense hinzufügen</translation>
    </message>
    <message>
        <source>Add Dense with {}</source>
        <translation>Dense mit {} hinzufügen</translation>
    </message>
    <message>
        <source>Add Flatten</source>
        <translation>Flatten hinzufügen</translation>
    </message>
    <message>
        <source>Add Input</source>
        <translation>Eingabe hinzufügen</translation>
    </message>
    <message>
        <source>Add needs inputs of equal sizes, but gets {} and {}.</source>
        <translation>Addition braucht gleich große Eingaben, bekommt aber {} und {}.</translation>
    </message>
    <message>
        <source>Adds its inputs number by number. With a wire that skips some layers, those only need to learn a change.</source>
        <translation>Addiert seine Eingaben Zahl für Zahl. Mit einer Verbindung, die einige Schichten überspringt, müssen diese nur noch eine Änderung lernen.</translation>
    </message>
    <message>
        <source>Adds to each result a number of its own that is learned as well.</source>
        <translation>Addiert zu jedem Ergebnis eine eigene Zahl, die ebenfalls gelernt wird.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Another program has changed this file since it was opened.</source>
        <translation>Ein anderes Programm hat diese Datei geändert, seit sie geöffnet wurde.</translation>
    </message>
    <message>
        <source>At step {} the numbers grew beyond what can be computed with.</source>
        <translation>Bei Schritt {} wurden die Zahlen so groß, dass man nicht mehr mit ihnen rechnen kann.</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Mittelwert-Pooling</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Batch-Normalisierung</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Bends the numbers with a simple function. Without such bends, many layers could do no more than one.</source>
        <translation>Biegt die Zahlen mit einer einfachen Funktion. Ohne solche Biegungen könnten viele Schichten nicht mehr als eine.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Binäre Kreuzentropie</translation>
    </message>
    <message>
        <source>Binary cross-entropy tells 2 classes apart with 1 output; here are {} classes and {} outputs.</source>
        <translation>Die binäre Kreuzentropie unterscheidet 2 Klassen mit 1 Ausgang; hier sind es {} Klassen und {} Ausgänge.</translation>
    </message>
    <message>
        <source>Call it {:s}</source>
        <translation>{} nennen</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Candidate, backwards</source>
        <translation>Kandidat, rückwärts</translation>
    </message>
    <message>
        <source>Check its folder and permissions.</source>
        <translation>Prüfe den Ordner und die Rechte.</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Class {} is outside 0 to {}.</source>
        <translation>Klasse {} liegt außerhalb von 0 bis {}.</translation>
    </message>
    <message>
        <source>Computes a small network, forward and backward, as it should.</source>
        <translation>Rechnet ein kleines Netz vorwärts und rückwärts so, wie es sein soll.</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>Verkettung</translation>
    </message>
    <message>
        <source>Concatenate needs inputs that differ in the last size alone, but gets {} and {}.</source>
        <translation>Verkettung braucht Eingaben, die sich nur in der letzten Größe unterscheiden, bekommt aber {} und {}.</translation>
    </message>
    <message>
        <source>Concatenate needs lists or images, but gets a single number.</source>
        <translation>Verkettung braucht Listen oder Bilder, bekommt aber eine einzelne Zahl.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Cross-entropy compares at least two outputs, but the network gives only 1.</source>
        <translation>Die Kreuzentropie vergleicht mindestens zwei Ausgänge, das Netz gibt aber nur 1.</translation>
    </message>
    <message>
        <source>Cross-entropy suits these.</source>
        <translation>Die Kreuzentropie passt zu diesen.</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Dense needs a flat list of numbers, but gets {}.</source>
        <translation>Dense braucht eine flache Liste von Zahlen, bekommt aber {}.</translation>
    </message>
    <message>
        <source>Did you mean &quot;{}&quot;? </source>
        <translation>Meintest du „{}“? </translation>
    </message>
    <message>
        <source>Digits from 0 to 9 as many hands would write them, 28 x 28 pixels, made on the spot.</source>
        <translation>Ziffern von 0 bis 9, wie viele Hände sie schreiben würden, 28 x 28 Pixel, frisch gemacht.</translation>
    </message>
    <message>
        <source>Digits: branches and a shortcut</source>
        <translation>Ziffern: Zweige und eine Abkürzung</translation>
    </message>
    <message>
        <source>Digits: convolutional network</source>
        <translation>Ziffern: Faltungsnetz</translation>
    </message>
    <message>
        <source>Digits: multilayer perceptron</source>
        <translation>Ziffern: mehrschichtiges Perzeptron</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Dilatation</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>ELU alone: very negative numbers become minus this.</source>
        <translation>Nur bei ELU: Stark negative Zahlen werden zu minus diesem Wert.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Every neuron looks at all inputs, weighs each of them, and adds them up. The weights are what it learns.</source>
        <translation>Jedes Neuron sieht alle Eingaben, gewichtet jede und zählt sie zusammen. Die Gewichte sind das, was es lernt.</translation>
    </message>
    <message>
        <source>Every … epochs</source>
        <translation>Alle … Epochen</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>Entweder-oder</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Fetch or copy it again.</source>
        <translation>Lade oder kopiere sie noch einmal.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>For a single output take binary cross-entropy.</source>
        <translation>Nimm für einen einzelnen Ausgang die binäre Kreuzentropie.</translation>
    </message>
    <message>
        <source>For predicting numbers: the average of the squared differences, so that large mistakes count most.</source>
        <translation>Um Zahlen vorherzusagen: das Mittel der quadrierten Unterschiede, sodass große Fehler am meisten zählen.</translation>
    </message>
    <message>
        <source>For telling classes apart: costs nothing once the right class leads by a margin of 1, and else what is missing.</source>
        <translation>Um Klassen zu unterscheiden: kostet nichts, sobald die richtige Klasse mit Abstand 1 führt, und sonst das, was daran fehlt.</translation>
    </message>
    <message>
        <source>For telling classes apart: how surprised the network is by the right answer. Certain and right costs nothing; certain and wrong costs a lot.</source>
        <translation>Um Klassen zu unterscheiden: wie überrascht das Netz von der richtigen Antwort ist. Sicher und richtig kostet nichts; sicher und falsch kostet viel.</translation>
    </message>
    <message>
        <source>For telling two classes apart with a single output, the probability of the second class: how surprised the network is by the right answer.</source>
        <translation>Um zwei Klassen mit einem einzigen Ausgang zu unterscheiden, der Wahrscheinlichkeit der zweiten: wie überrascht das Netz von der richtigen Antwort ist.</translation>
    </message>
    <message>
        <source>Free some room there, or set XDG_STATE_HOME to another folder.</source>
        <translation>Schaffe dort Platz, oder setze XDG_STATE_HOME auf einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Free some, or save in another place.</source>
        <translation>Schaffe Platz, oder speichere anderswo.</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Give a number from {} to {}.</source>
        <translation>Gib eine Zahl von {} bis {} an.</translation>
    </message>
    <message>
        <source>Give the folder that holds MNIST&apos;s files, as in idx:/path/to/mnist.</source>
        <translation>Gib den Ordner mit den Dateien von MNIST an, wie in idx:/pfad/zu/mnist.</translation>
    </message>
    <message>
        <source>Give the last layer as many outputs as there are values.</source>
        <translation>Gib der letzten Schicht so viele Ausgänge, wie es Werte gibt.</translation>
    </message>
    <message>
        <source>Gives every weight a pace of its own: the gradient is divided by its usual size.</source>
        <translation>Gibt jedem Gewicht ein eigenes Tempo: Der Gradient wird durch seine übliche Größe geteilt.</translation>
    </message>
    <message>
        <source>Gives the same numbers, in the same order, other sizes: a row becomes an image, for instance.</source>
        <translation>Gibt denselben Zahlen in derselben Reihenfolge andere Größen: Aus einer Reihe wird zum Beispiel ein Bild.</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>Globale Mittelung</translation>
    </message>
    <message>
        <source>Go back to the last finite state, and try a smaller learning rate.</source>
        <translation>Geh zum letzten endlichen Stand zurück und versuche eine kleinere Lernrate.</translation>
    </message>
    <message>
        <source>Gradient descent with a memory, like a heavy ball: steps in a steady direction add up, zigzags cancel out.</source>
        <translation>Gradientenabstieg mit Gedächtnis, wie eine schwere Kugel: Schritte in gleicher Richtung addieren sich, Zickzack hebt sich auf.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>HOME</source>
        <translation>HOME</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>Ziffern von Hand</translation>
    </message>
    <message>
        <source>Height and width of the patch that becomes one number.</source>
        <translation>Höhe und Breite des Flecks, aus dem eine Zahl wird.</translation>
    </message>
    <message>
        <source>Height and width of the small patch that a filter looks at.</source>
        <translation>Höhe und Breite des kleinen Flecks, den ein Filter ansieht.</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>Hinge loss</source>
        <translation>Hinge-Verlust</translation>
    </message>
    <message>
        <source>How far each step moves the weights. Too small learns slowly, too large does not learn at all.</source>
        <translation>Wie weit jeder Schritt die Gewichte bewegt. Zu klein lernt langsam, zu groß lernt gar nicht.</translation>
    </message>
    <message>
        <source>How many neurons the layer has; each gives one number.</source>
        <translation>Wie viele Neuronen die Schicht hat; jedes gibt eine Zahl.</translation>
    </message>
    <message>
        <source>How many passes over the data it takes to get to the full learning rate.</source>
        <translation>Wie viele Durchgänge durch die Daten es dauert, bis die volle Lernrate erreicht ist.</translation>
    </message>
    <message>
        <source>How many passes over the data there are between two drops.</source>
        <translation>Wie viele Durchgänge durch die Daten zwischen zwei Absenkungen liegen.</translation>
    </message>
    <message>
        <source>How many patterns to look for; each filter gives one channel of the output, its feature map.</source>
        <translation>Nach wie vielen Mustern gesucht wird; jeder Filter gibt einen Kanal der Ausgabe, seine Merkmalskarte.</translation>
    </message>
    <message>
        <source>How many samples each step looks at before it moves the weights.</source>
        <translation>Wie viele Beispiele jeder Schritt ansieht, bevor er die Gewichte bewegt.</translation>
    </message>
    <message>
        <source>How much of the last step is carried over into the next one.</source>
        <translation>Wie viel vom letzten Schritt in den nächsten mitgenommen wird.</translation>
    </message>
    <message>
        <source>How slowly the average of the gradients changes.</source>
        <translation>Wie langsam sich das Mittel der Gradienten ändert.</translation>
    </message>
    <message>
        <source>How slowly the average of the squared gradients changes.</source>
        <translation>Wie langsam sich das Mittel der quadrierten Gradienten ändert.</translation>
    </message>
    <message>
        <source>How slowly the average size of the gradients changes.</source>
        <translation>Wie langsam sich die mittlere Größe der Gradienten ändert.</translation>
    </message>
    <message>
        <source>How strongly every step pulls the weights towards zero; biases are left alone.</source>
        <translation>Wie stark jeder Schritt die Gewichte zur Null zieht; Bias-Werte bleiben unberührt.</translation>
    </message>
    <message>
        <source>How the learning rate changes in the course of training.</source>
        <translation>Wie sich die Lernrate im Lauf des Trainings ändert.</translation>
    </message>
    <message>
        <source>How the weights are drawn before training; auto picks the size of numbers that suits the activation.</source>
        <translation>Wie die Gewichte vor dem Training gezogen werden; auto wählt die Größe, die zur Aktivierung passt.</translation>
    </message>
    <message>
        <source>ImageSet: a label has no class</source>
        <translation>ImageSet: Eine Beschriftung hat keine Klasse</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation>Eingangstor</translation>
    </message>
    <message>
        <source>Input gate, backwards</source>
        <translation>Eingangstor, rückwärts</translation>
    </message>
    <message>
        <source>Intercept b</source>
        <translation>Achsenabschnitt b</translation>
    </message>
    <message>
        <source>It opens there; nothing in it was changed.</source>
        <translation>Dort geht sie auf; an ihr wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Its numbers differ from those of plain loops: do not trust its results.</source>
        <translation>Ihre Zahlen weichen von denen einfacher Schleifen ab: Traue ihren Ergebnissen nicht.</translation>
    </message>
    <message>
        <source>Its options are {}.</source>
        <translation>Ihre Optionen sind {}.</translation>
    </message>
    <message>
        <source>Keep some aside for validation.</source>
        <translation>Lege einige für die Validierung beiseite.</translation>
    </message>
    <message>
        <source>Keeps positive numbers and bends negative ones smoothly towards a floor.</source>
        <translation>Behält positive Zahlen und biegt negative sanft zu einer Untergrenze.</translation>
    </message>
    <message>
        <source>Keeps positive numbers and lets a small part of negative ones through.</source>
        <translation>Behält positive Zahlen und lässt von negativen einen kleinen Teil durch.</translation>
    </message>
    <message>
        <source>Keeps positive numbers and turns negative ones into zero.</source>
        <translation>Behält positive Zahlen und macht negative zu null.</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>Kernelgröße</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1-Strafe</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2-Strafe</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Lays the numbers of an image out in a single row, as a dense layer needs them.</source>
        <translation>Legt die Zahlen eines Bildes in eine einzige Reihe, wie eine Dense-Schicht sie braucht.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU alone: the part of a negative number that is let through.</source>
        <translation>Nur bei Leaky ReLU: der Teil einer negativen Zahl, der durchgelassen wird.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Leaves the numbers as they are.</source>
        <translation>Lässt die Zahlen, wie sie sind.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Looks for edges, then for parts made of edges, wherever they are in the image.</source>
        <translation>Sucht nach Kanten, dann nach Teilen aus Kanten, wo immer sie im Bild sind.</translation>
    </message>
    <message>
        <source>Looks through small and large windows side by side, and carries the image past both.</source>
        <translation>Schaut durch kleine und große Fenster nebeneinander und trägt das Bild an beiden vorbei.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Lower the learning rate (it was {:g}), or scale large values in the data. The last finite state, after step {}, is restored.</source>
        <translation>Senke die Lernrate (sie war {:g}), oder verkleinere große Werte in den Daten. Der letzte endliche Stand, nach Schritt {}, ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>Lower the learning rate, or scale large values in the data.</source>
        <translation>Senke die Lernrate, oder verkleinere große Werte in den Daten.</translation>
    </message>
    <message>
        <source>Make it smaller, or choose “same” as its padding.</source>
        <translation>Mach ihn kleiner, oder wähle „same“ als Rand.</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Maximum-Pooling</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>Mean squared error suits these.</source>
        <translation>Der mittlere quadratische Fehler passt zu diesen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Mend the data, or leave that sample out.</source>
        <translation>Bring die Daten in Ordnung, oder lass dieses Beispiel weg.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Momentum and a pace of its own for every weight together. A good first choice for almost every network.</source>
        <translation>Momentum und für jedes Gewicht ein eigenes Tempo zusammen. Für fast jedes Netz eine gute erste Wahl.</translation>
    </message>
    <message>
        <source>Momentum that looks ahead: it takes the slope where the ball is about to be, and so brakes in time.</source>
        <translation>Momentum, das vorausschaut: Es nimmt die Steigung dort, wo die Kugel gleich sein wird, und bremst so rechtzeitig.</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>Halbmonde</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Momentum</translation>
    </message>
    <message>
        <source>Network: the layer still has wires</source>
        <translation>Network: Die Schicht hat noch Verbindungen</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>No samples reach {:s}: what comes before it is not wired to {:s}.</source>
        <translation>Zu {} kommen keine Beispiele: Was davor liegt, ist nicht mit {} verbunden.</translation>
    </message>
    <message>
        <source>No training sample has the label {}.</source>
        <translation>Kein Trainingsbeispiel trägt die Beschriftung {}.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Nothing follows {:s} yet: add a layer that learns.</source>
        <translation>Auf {} folgt noch nichts: Füge eine Schicht hinzu, die lernt.</translation>
    </message>
    <message>
        <source>Nothing follows {:s}, but the network already ends in {:s}; a network has one output.</source>
        <translation>Auf {} folgt nichts, aber das Netz endet schon in {}; ein Netz hat einen Ausgang.</translation>
    </message>
    <message>
        <source>Nothing is prepared to run.</source>
        <translation>Es ist nichts vorbereitet, das laufen könnte.</translation>
    </message>
    <message>
        <source>Nothing is wired into {:s} yet.</source>
        <translation>In {} führt noch keine Verbindung.</translation>
    </message>
    <message>
        <source>Opposite quarters of the plane belong together: the problem a single neuron can&apos;t solve.</source>
        <translation>Gegenüberliegende Viertel der Ebene gehören zusammen: die Aufgabe, die ein einzelnes Neuron nicht lösen kann.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Perhaps a newer version of Protomind wrote it.</source>
        <translation>Vielleicht hat eine neuere Version von Protomind sie geschrieben.</translation>
    </message>
    <message>
        <source>Plain gradient descent: each weight goes a little way downhill, in proportion to its gradient.</source>
        <translation>Einfacher Gradientenabstieg: Jedes Gewicht geht ein Stück bergab, so weit wie sein Gradient groß ist.</translation>
    </message>
    <message>
        <source>Playground: two hidden layers</source>
        <translation>Spielplatz: zwei verborgene Schichten</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Bitte melde das.</translation>
    </message>
    <message>
        <source>Points splattered about the straight line y = m x + b, to find m and b from.</source>
        <translation>Punkte, verstreut um die Gerade y = m x + b, aus denen m und b zu finden sind.</translation>
    </message>
    <message>
        <source>Prepare an experiment first.</source>
        <translation>Bereite zuerst ein Experiment vor.</translation>
    </message>
    <message>
        <source>Put a Flatten layer in between.</source>
        <translation>Setze eine Flatten-Schicht dazwischen.</translation>
    </message>
    <message>
        <source>Puts its inputs one behind the other: lists become a longer list, images get more channels.</source>
        <translation>Hängt seine Eingaben aneinander: Listen werden eine längere Liste, Bilder bekommen mehr Kanäle.</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Reads handwritten digits from a flat list of pixels, without knowing which are neighbours.</source>
        <translation>Liest handgeschriebene Ziffern aus einer flachen Liste von Pixeln, ohne zu wissen, welche Nachbarn sind.</translation>
    </message>
    <message>
        <source>Remove that wire first, or merge both with Add or Concatenate.</source>
        <translation>Entferne zuerst jene Verbindung, oder führe beide mit Addition oder Verkettung zusammen.</translation>
    </message>
    <message>
        <source>Remove the wire from {:s}</source>
        <translation>Verbindung von {} entfernen</translation>
    </message>
    <message>
        <source>Remove the wire from {:s} to {:s}</source>
        <translation>Verbindung von {} zu {} entfernen</translation>
    </message>
    <message>
        <source>Remove {:s}</source>
        <translation>{} entfernen</translation>
    </message>
    <message>
        <source>Remove “{:s}”</source>
        <translation>„{}“ entfernen</translation>
    </message>
    <message>
        <source>Rename the layer, or move the data to a folder with a plain name.</source>
        <translation>Benenne die Schicht um, oder lege die Daten in einen Ordner mit schlichtem Namen.</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>Reshape</translation>
    </message>
    <message>
        <source>Reshape to {} needs {} numbers, but gets {}, which are {}.</source>
        <translation>Reshape zu {} braucht {} Zahlen, bekommt aber {}, das sind {}.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Sample {} of {} holds a number that is not finite (NaN or infinite).</source>
        <translation>Beispiel {} aus {} enthält eine Zahl, die nicht endlich ist (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Save in another place.</source>
        <translation>Speichere anderswo.</translation>
    </message>
    <message>
        <source>Save under another name, or replace it.</source>
        <translation>Speichere unter einem anderen Namen, oder ersetze sie.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Punktwerte</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Set the shape of {:s} to {}.</source>
        <translation>Setze die Form von {} auf {}.</translation>
    </message>
    <message>
        <source>Set {} of {:s} to {}</source>
        <translation>{} von {} auf {} setzen</translation>
    </message>
    <message>
        <source>Settings in braces are needed here.</source>
        <translation>Hier müssen Einstellungen in geschweiften Klammern stehen.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Shrinks an image: of each small patch only the largest number stays, so what was found counts more than exactly where.</source>
        <translation>Verkleinert ein Bild: Von jedem kleinen Fleck bleibt nur die größte Zahl, sodass zählt, was gefunden wurde, weniger, wo genau.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Six tanh neurons bend the plane until a disc and the ring around it come apart.</source>
        <translation>Sechs tanh-Neuronen biegen die Ebene, bis sich eine Scheibe und der Ring um sie trennen.</translation>
    </message>
    <message>
        <source>Slides small filters over an image; each looks for one pattern everywhere and marks where it is. The filters are what it learns.</source>
        <translation>Schiebt kleine Filter über ein Bild; jeder sucht überall ein Muster und merkt an, wo es ist. Die Filter sind das, was sie lernt.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>Slope m</source>
        <translation>Steigung m</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Something that is not gzip follows the compressed data.</source>
        <translation>Auf die komprimierten Daten folgt etwas, das nicht gzip ist.</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>Spirale</translation>
    </message>
    <message>
        <source>Spiral: multilayer perceptron</source>
        <translation>Spirale: mehrschichtiges Perzeptron</translation>
    </message>
    <message>
        <source>Squeezes every number into the range from 0 to 1.</source>
        <translation>Drückt jede Zahl in den Bereich von 0 bis 1.</translation>
    </message>
    <message>
        <source>Squeezes every number into the range from −1 to 1.</source>
        <translation>Drückt jede Zahl in den Bereich von −1 bis 1.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Subset: an index is outside the set</source>
        <translation>Subset: Ein Index liegt außerhalb der Menge</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>Testbeispiele</translation>
    </message>
    <message>
        <source>Text in quotes is needed here.</source>
        <translation>Hier muss ein Text in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>The compressed file is cut off.</source>
        <translation>Die komprimierte Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The compressed file is damaged</source>
        <translation>Die komprimierte Datei ist beschädigt</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>The data has no name.</source>
        <translation>Die Daten haben keinen Namen.</translation>
    </message>
    <message>
        <source>The description of the experiment has no network.</source>
        <translation>Die Beschreibung des Experiments hat kein Netz.</translation>
    </message>
    <message>
        <source>The description of the {} {}.</source>
        <translation>Die Beschreibung ({}) {}.</translation>
    </message>
    <message>
        <source>The disk reports an error.</source>
        <translation>Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>The disk reports: {}.</source>
        <translation>Der Datenträger meldet: {}.</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened for reading.</source>
        <translation>Die Datei lässt sich nicht zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened or written.</source>
        <translation>Die Datei lässt sich nicht öffnen oder schreiben.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read to its end.</source>
        <translation>Die Datei lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>The file can&apos;t be used ({}).</source>
        <translation>Die Datei ist nicht zu gebrauchen ({}).</translation>
    </message>
    <message>
        <source>The file ends within its header.</source>
        <translation>Die Datei endet mitten in ihrem Kopf.</translation>
    </message>
    <message>
        <source>The file goes on after the {} items of its header.</source>
        <translation>Nach den {} Einträgen, die ihr Kopf nennt, geht die Datei noch weiter.</translation>
    </message>
    <message>
        <source>The file has {} axes; {} have {}.</source>
        <translation>Die Datei hat {} Achsen; {} haben {}.</translation>
    </message>
    <message>
        <source>The file is cut off: its header promises {} bytes, more than it can hold.</source>
        <translation>Die Datei ist abgeschnitten: Ihr Kopf verspricht {} Bytes, mehr als in ihr sein können.</translation>
    </message>
    <message>
        <source>The file is cut off: {} of {} bytes are there.</source>
        <translation>Die Datei ist abgeschnitten: {} von {} Bytes sind da.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The file is empty: its header says 0 items.</source>
        <translation>Die Datei ist leer: Ihr Kopf nennt 0 Einträge.</translation>
    </message>
    <message>
        <source>The file is in use by another program.</source>
        <translation>Die Datei wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>The file is larger than {} MiB.</source>
        <translation>Die Datei ist größer als {} MiB.</translation>
    </message>
    <message>
        <source>The file&apos;s size can&apos;t be found: {}.</source>
        <translation>Die Größe der Datei ist nicht zu ermitteln: {}.</translation>
    </message>
    <message>
        <source>The folder for unsaved work can&apos;t be used: {}.</source>
        <translation>Der Ordner für nicht gespeicherte Arbeit ist nicht zu gebrauchen: {}.</translation>
    </message>
    <message>
        <source>The folder has no train-images-idx3-ubyte and no train-labels-idx1-ubyte.</source>
        <translation>Im Ordner fehlen train-images-idx3-ubyte und train-labels-idx1-ubyte.</translation>
    </message>
    <message>
        <source>The folder has {0}-{1} but no {0}-{2}.</source>
        <translation>Im Ordner ist {1}-{2}, aber {1}-{4} fehlt.</translation>
    </message>
    <message>
        <source>The function applied to each result; without one, stacked layers could do no more than a single one.</source>
        <translation>Die Funktion, die auf jedes Ergebnis angewendet wird; ohne sie könnten gestapelte Schichten nicht mehr als eine einzige.</translation>
    </message>
    <message>
        <source>The header says a side of {} pixels; 1 to {} are read.</source>
        <translation>Der Kopf nennt eine Seite von {} Pixeln; gelesen werden 1 bis {}.</translation>
    </message>
    <message>
        <source>The header says {} items; at most {} are read.</source>
        <translation>Der Kopf nennt {} Einträge; höchstens {} werden gelesen.</translation>
    </message>
    <message>
        <source>The input&apos;s {} channels can&apos;t be split evenly into {} groups.</source>
        <translation>Die {} Kanäle der Eingabe lassen sich nicht gleichmäßig in {} Gruppen teilen.</translation>
    </message>
    <message>
        <source>The items have type 0x{:02x}; {} are unsigned bytes (0x08).</source>
        <translation>Die Einträge haben den Typ 0x{:02x}; {} sind Bytes ohne Vorzeichen (0x08).</translation>
    </message>
    <message>
        <source>The items would take {} MiB; at most {} are read.</source>
        <translation>Die Einträge würden {} MiB brauchen; höchstens {} werden gelesen.</translation>
    </message>
    <message>
        <source>The key &quot;{}&quot; comes twice in the same object.</source>
        <translation>Der Schlüssel „{}“ kommt im selben Objekt zweimal vor.</translation>
    </message>
    <message>
        <source>The learning curve in this project is too long.</source>
        <translation>Die Lernkurve in diesem Projekt ist zu lang.</translation>
    </message>
    <message>
        <source>The learning rate drops by a factor every few passes over the data.</source>
        <translation>Die Lernrate sinkt alle paar Durchgänge durch die Daten um einen Faktor.</translation>
    </message>
    <message>
        <source>The learning rate falls in a gentle curve, from its full size to a floor at the end.</source>
        <translation>Die Lernrate sinkt in einer sanften Kurve von ihrer vollen Größe bis zu einer Untergrenze am Ende.</translation>
    </message>
    <message>
        <source>The learning rate stays as it was set.</source>
        <translation>Die Lernrate bleibt, wie sie eingestellt ist.</translation>
    </message>
    <message>
        <source>The loss on {} is beyond what can be computed with.</source>
        <translation>Der Verlust auf {} ist größer, als man rechnen kann.</translation>
    </message>
    <message>
        <source>The network has no Input, so no samples can come in.</source>
        <translation>Das Netz hat keine Eingabe, also können keine Beispiele herein.</translation>
    </message>
    <message>
        <source>The network has {} million parameters, and {:s} alone has {} million; at most {} million are possible here.</source>
        <translation>Das Netz hat {} Millionen Parameter, {} allein hat {} Millionen; möglich sind hier höchstens {} Millionen.</translation>
    </message>
    <message>
        <source>The network is empty: begin with an Input.</source>
        <translation>Das Netz ist leer: Beginne mit einer Eingabe.</translation>
    </message>
    <message>
        <source>The new sizes; multiplied together they must give as many numbers as come in.</source>
        <translation>Die neuen Größen; miteinander malgenommen müssen sie so viele Zahlen geben, wie hereinkommen.</translation>
    </message>
    <message>
        <source>The newest trained weights in this project are damaged; those of step {} were taken instead.</source>
        <translation>Die neuesten trainierten Gewichte in diesem Projekt sind beschädigt; stattdessen wurden die von Schritt {} genommen.</translation>
    </message>
    <message>
        <source>The number of threads must be from 0 (all there are) to 1024.</source>
        <translation>Die Zahl der Threads muss von 0 (alle, die es gibt) bis 1024 sein.</translation>
    </message>
    <message>
        <source>The number that training makes small: how far the answers are from what they should be. Auto picks the one that suits the data.</source>
        <translation>Die Zahl, die das Training klein macht: wie weit die Antworten von dem entfernt sind, was sie sein sollen. Auto wählt, was zu den Daten passt.</translation>
    </message>
    <message>
        <source>The option &quot;{}&quot; is given twice.</source>
        <translation>Die Option „{}“ ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>The program met a mistake of its own: {:s}.</source>
        <translation>Das Programm hat einen eigenen Fehler bemerkt: {}.</translation>
    </message>
    <message>
        <source>The rule that turns gradients into new weights.</source>
        <translation>Die Regel, die aus Gradienten neue Gewichte macht.</translation>
    </message>
    <message>
        <source>The samples are {}, but the network takes any number of {}.</source>
        <translation>Die Beispiele sind {}, das Netz nimmt aber beliebig viele {}.</translation>
    </message>
    <message>
        <source>The samples of {} are {}, but the network takes {}.</source>
        <translation>Die Beispiele ({}) haben die Form {}, das Netz nimmt aber {}.</translation>
    </message>
    <message>
        <source>The samples of {} are {}, but {:s} takes {}.</source>
        <translation>Die Beispiele ({}) haben die Form {}, aber {} nimmt {}.</translation>
    </message>
    <message>
        <source>The saved weights hold a number that is not finite.</source>
        <translation>Die gespeicherten Gewichte enthalten eine Zahl, die nicht endlich ist.</translation>
    </message>
    <message>
        <source>The setting &quot;{}&quot; has no such form.</source>
        <translation>Die Einstellung „{}“ gibt es nicht in dieser Form.</translation>
    </message>
    <message>
        <source>The share of the samples kept aside: the network never learns from them, so they show how it does on what it has not seen.</source>
        <translation>Der Anteil der beiseitegelegten Beispiele: Das Netz lernt nie aus ihnen, also zeigen sie, wie gut es auf Ungesehenem ist.</translation>
    </message>
    <message>
        <source>The sizes of one sample: how many numbers, or height, width and channels of an image.</source>
        <translation>Die Größen eines Beispiels: wie viele Zahlen, oder Höhe, Breite und Kanäle eines Bildes.</translation>
    </message>
    <message>
        <source>The target of sample {} of {} is not finite (NaN or infinite).</source>
        <translation>Das Ziel von Beispiel {} aus {} ist nicht endlich (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>The test images are {} x {} pixels, the training images {} x {}.</source>
        <translation>Die Testbilder sind {} x {} Pixel groß, die Trainingsbilder {} x {}.</translation>
    </message>
    <message>
        <source>The text holds binary data, which JSON has no form for.</source>
        <translation>Der Text enthält Binärdaten, für die JSON keine Form hat.</translation>
    </message>
    <message>
        <source>The text holds more than {} values.</source>
        <translation>Der Text enthält mehr als {} Werte.</translation>
    </message>
    <message>
        <source>The text is not valid JSON ({}).</source>
        <translation>Der Text ist kein gültiges JSON ({}).</translation>
    </message>
    <message>
        <source>The text is not valid JSON.</source>
        <translation>Der Text ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The text is {} bytes long; at most {} are allowed.</source>
        <translation>Der Text ist {} Bytes lang; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>The text that names the data is longer than {} KiB.</source>
        <translation>Der Text, der die Daten nennt, ist länger als {} KiB.</translation>
    </message>
    <message>
        <source>The trained weights in this project are damaged and were left out; the network is whole.</source>
        <translation>Die trainierten Gewichte in diesem Projekt sind beschädigt und wurden weggelassen; das Netz ist ganz.</translation>
    </message>
    <message>
        <source>The trained weights in this project are damaged.</source>
        <translation>Die trainierten Gewichte in diesem Projekt sind beschädigt.</translation>
    </message>
    <message>
        <source>The trained weights in this project are too many.</source>
        <translation>Die trainierten Gewichte in diesem Projekt sind zu viele.</translation>
    </message>
    <message>
        <source>The weights contain numbers that are not finite, so they are not kept.</source>
        <translation>Die Gewichte enthalten Zahlen, die nicht endlich sind, und werden deshalb nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The wire from {:s} goes into input {} of {:s}, which it does not have.</source>
        <translation>Die Verbindung von {} geht in Eingang {} von {}, den es dort nicht gibt.</translation>
    </message>
    <message>
        <source>The {} can&apos;t be saved: a text in it is not UTF-8.</source>
        <translation>Nicht zu speichern ({}): Ein Text darin ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The {} can&apos;t be saved: {}</source>
        <translation>Nicht zu speichern ({}): {}</translation>
    </message>
    <message>
        <source>The {} filters can&apos;t be split evenly into {} groups.</source>
        <translation>Die {} Filter lassen sich nicht gleichmäßig in {} Gruppen teilen.</translation>
    </message>
    <message>
        <source>The {} in this project is damaged.</source>
        <translation>In diesem Projekt ist etwas beschädigt: {}.</translation>
    </message>
    <message>
        <source>The {} {} is larger than its {} input.</source>
        <translation>{2} {1} ist größer als die Eingabe ({3}).</translation>
    </message>
    <message>
        <source>The {} {} with dilation {} reaches over {}, more than its {} input.</source>
        <translation>{2} {1} mit Dilatation {3} reicht über {4}, mehr als die Eingabe ({5}).</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>There are more than {} points.</source>
        <translation>Es sind mehr als {} Punkte.</translation>
    </message>
    <message>
        <source>There are no points.</source>
        <translation>Es gibt keine Punkte.</translation>
    </message>
    <message>
        <source>There are no samples to evaluate on that the network has not learned from.</source>
        <translation>Es gibt keine Beispiele zum Auswerten, aus denen das Netz nicht gelernt hat.</translation>
    </message>
    <message>
        <source>There are no samples to train on.</source>
        <translation>Es gibt keine Beispiele zum Trainieren.</translation>
    </message>
    <message>
        <source>There are {} labels for {} images.</source>
        <translation>Es gibt {} Beschriftungen für {} Bilder.</translation>
    </message>
    <message>
        <source>There are {}, and idx:FOLDER for files like MNIST&apos;s.</source>
        <translation>Es gibt {}, und idx:ORDNER für Dateien wie die von MNIST.</translation>
    </message>
    <message>
        <source>There is no data named &quot;{}&quot;.</source>
        <translation>Daten namens „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no device of this name.</source>
        <translation>Ein Gerät dieses Namens gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no layer {}, which this wire needs.</source>
        <translation>Die Schicht {}, die diese Verbindung braucht, gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no loss called &apos;{}&apos;.</source>
        <translation>Einen Verlust namens „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no setting called &apos;{}&apos; here.</source>
        <translation>Eine Einstellung namens „{}“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Die Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for the images of this folder.</source>
        <translation>Für die Bilder dieses Ordners reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this file.</source>
        <translation>Für diese Datei reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Dafür reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>They may end in .gz.</source>
        <translation>Sie dürfen auf .gz enden.</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>Das ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>This is not a network of Protomind: &quot;format&quot; should be &quot;{}&quot;.</source>
        <translation>Das ist kein Netz von Protomind: „format“ müsste „{}“ sein.</translation>
    </message>
    <message>
        <source>This is not an IDX file of {}.</source>
        <translation>Das ist keine IDX-Datei: {}.</translation>
    </message>
    <message>
        <source>This network was written by a newer version of Protomind (format {}; this one reads up to {}).</source>
        <translation>Dieses Netz hat eine neuere Version von Protomind geschrieben (Format {}; diese liest bis {}).</translation>
    </message>
    <message>
        <source>This note about unsaved work is damaged.</source>
        <translation>Diese Notiz über nicht gespeicherte Arbeit ist beschädigt.</translation>
    </message>
    <message>
        <source>This project has no experiment in it.</source>
        <translation>In diesem Projekt ist kein Experiment.</translation>
    </message>
    <message>
        <source>This unsaved work is open in another window.</source>
        <translation>Diese nicht gespeicherte Arbeit ist in einem anderen Fenster offen.</translation>
    </message>
    <message>
        <source>This would close a circle: {:s} already leads to {:s}.</source>
        <translation>Das schlösse einen Kreis: {} führt schon zu {}.</translation>
    </message>
    <message>
        <source>Train again from fresh weights, or from an older file.</source>
        <translation>Trainiere von frischen Gewichten aus neu, oder aus einer älteren Datei.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Windungen</translation>
    </message>
    <message>
        <source>Turns a list of scores into probabilities that add up to 1.</source>
        <translation>Macht aus einer Liste von Punktzahlen Wahrscheinlichkeiten, die zusammen 1 ergeben.</translation>
    </message>
    <message>
        <source>Turns each channel of an image into one number, its average: how much of a pattern there is at all.</source>
        <translation>Macht aus jedem Kanal eines Bildes eine Zahl, seinen Mittelwert: wie viel von einem Muster überhaupt da ist.</translation>
    </message>
    <message>
        <source>Two arms wound into each other: needs hidden layers.</source>
        <translation>Zwei ineinander gewundene Arme: braucht verborgene Schichten.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>Zwei Wolken</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other: needs a bent border.</source>
        <translation>Zwei Halbmonde, die ineinander greifen: braucht eine gebogene Grenze.</translation>
    </message>
    <message>
        <source>Two layers are called {:s}; each needs a name of its own.</source>
        <translation>Zwei Schichten heißen {}; jede braucht einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Two layers of 32 neurons wind a border between the arms of a spiral.</source>
        <translation>Zwei Schichten mit 32 Neuronen winden eine Grenze zwischen die Arme einer Spirale.</translation>
    </message>
    <message>
        <source>Two round clouds of points: a single neuron is enough.</source>
        <translation>Zwei runde Wolken aus Punkten: Ein einzelnes Neuron genügt.</translation>
    </message>
    <message>
        <source>Two {} have the id {}.</source>
        <translation>Zwei {} haben die Kennung {}.</translation>
    </message>
    <message>
        <source>Unsteadiness of the hand</source>
        <translation>Unruhe der Hand</translation>
    </message>
    <message>
        <source>Use a smaller batch or a smaller network.</source>
        <translation>Nimm einen kleineren Batch oder ein kleineres Netz.</translation>
    </message>
    <message>
        <source>Use its backup, whose name ends in ~, if there is one.</source>
        <translation>Nimm die Sicherung, deren Name auf ~ endet, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>Use its backup, whose name ends in ~, or train again.</source>
        <translation>Nimm die Sicherung, deren Name auf ~ endet, oder trainiere neu.</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <source>Values are nested more than {} deep.</source>
        <translation>Die Werte sind tiefer als {} verschachtelt.</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Warm-up epochs</source>
        <translation>Aufwärm-Epochen</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>What is done to each number (softmax: to all of them together).</source>
        <translation>Was mit jeder Zahl geschieht (bei Softmax: mit allen zusammen).</translation>
    </message>
    <message>
        <source>What is left at the end, as a share of the learning rate at the beginning.</source>
        <translation>Was am Ende übrig bleibt, als Anteil der Lernrate am Anfang.</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at each drop.</source>
        <translation>Womit die Lernrate bei jeder Absenkung malgenommen wird.</translation>
    </message>
    <message>
        <source>What the window remembered is damaged and was left out.</source>
        <translation>Was sich das Fenster gemerkt hatte, ist beschädigt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>Where samples enter the network, one after the other: an image, or a short list of numbers.</source>
        <translation>Wo Beispiele in das Netz kommen, eines nach dem anderen: ein Bild oder eine kurze Liste von Zahlen.</translation>
    </message>
    <message>
        <source>Where the random numbers start. The same seed gives the same run.</source>
        <translation>Wo die Zufallszahlen beginnen. Derselbe Startwert gibt denselben Lauf.</translation>
    </message>
    <message>
        <source>While training, silences numbers at random, so that the network can&apos;t rely on any single one. Does nothing afterwards.</source>
        <translation>Bringt beim Training zufällig Zahlen zum Schweigen, damit sich das Netz auf keine einzelne verlassen kann. Tut danach nichts.</translation>
    </message>
    <message>
        <source>Window size</source>
        <translation>Fenstergröße</translation>
    </message>
    <message>
        <source>Wire {:s} to {:s}</source>
        <translation>{} mit {} verbinden</translation>
    </message>
    <message>
        <source>Write for example &quot;digits&quot; or &quot;spiral?noise=0.1&quot;.</source>
        <translation>Schreib zum Beispiel „digits“ oder „spiral?noise=0.1“.</translation>
    </message>
    <message>
        <source>Write for example &quot;{}?samples=400&amp;noise=0.1&quot;.</source>
        <translation>Schreib zum Beispiel „{}?samples=400&amp;noise=0.1“.</translation>
    </message>
    <message>
        <source>Write points as x,y,class with &quot;;&quot; between them: points?data=0.5,-0.25,0;-0.1,0.3,1</source>
        <translation>Schreib Punkte als x,y,Klasse mit „;“ dazwischen: points?data=0.5,-0.25,0;-0.1,0.3,1</translation>
    </message>
    <message>
        <source>XDG_STATE_HOME</source>
        <translation>XDG_STATE_HOME</translation>
    </message>
    <message>
        <source>&quot;points&quot; has no option &quot;{}&quot;.</source>
        <translation>„points“ hat keine Option „{}“.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; has no option &quot;{}&quot;.</source>
        <translation>„{}“ hat keine Option „{}“.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is missing.</source>
        <translation>„{}“ fehlt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a point.</source>
        <translation>„{}“ ist kein Punkt.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not an option of the form name=value.</source>
        <translation>„{}“ ist keine Option der Form name=wert.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; lies outside -{} to {}.</source>
        <translation>„{}“ liegt außerhalb von -{} bis {}.</translation>
    </message>
    <message>
        <source>`protomind devices` lists those there are.</source>
        <translation>`protomind devices` nennt die, die es gibt.</translation>
    </message>
    <message>
        <source>a number {}</source>
        <translation>eine Zahl {}</translation>
    </message>
    <message>
        <source>a whole number {}</source>
        <translation>eine ganze Zahl {}</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>eine leere Liste</translation>
    </message>
    <message>
        <source>from {:.12g} to {:.12g}</source>
        <translation>von {:.12g} bis {:.12g}</translation>
    </message>
    <message>
        <source>has a {} that is not a number from {} to {}</source>
        <translation>hat unter {} keine Zahl von {} bis {}</translation>
    </message>
    <message>
        <source>has a {} that is not a whole number from 0</source>
        <translation>hat unter {} keine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>has an unusable value for {} in its {}</source>
        <translation>hat einen unbrauchbaren Wert für {} unter {}</translation>
    </message>
    <message>
        <source>has no object as its {}</source>
        <translation>hat unter {} kein Objekt</translation>
    </message>
    <message>
        <source>has no text as its {}</source>
        <translation>hat unter {} keinen Text</translation>
    </message>
    <message>
        <source>has {} that is not a whole number from {} to {}</source>
        <translation>hat {}, was keine ganze Zahl von {} bis {} ist</translation>
    </message>
    <message>
        <source>image gradient</source>
        <translation>Gradient des Bildes</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>it holds a number that is not finite.</source>
        <translation>sie enthält eine Zahl, die nicht endlich ist.</translation>
    </message>
    <message>
        <source>kernel gradient</source>
        <translation>Gradient des Kernels</translation>
    </message>
    <message>
        <source>line {}, column {}</source>
        <translation>Zeile {}, Spalte {}</translation>
    </message>
    <message>
        <source>no lock can be had</source>
        <translation>es ist keine Sperre zu bekommen</translation>
    </message>
    <message>
        <source>one of {}</source>
        <translation>eines von {}</translation>
    </message>
    <message>
        <source>one to {} whole numbers {}</source>
        <translation>eine bis {} ganze Zahlen {}</translation>
    </message>
    <message>
        <source>points, point {}</source>
        <translation>Punkte, Punkt {}</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>die Daten</translation>
    </message>
    <message>
        <source>the samples kept aside</source>
        <translation>den beiseitegelegten Beispielen</translation>
    </message>
    <message>
        <source>the test samples</source>
        <translation>den Testbeispielen</translation>
    </message>
    <message>
        <source>the training samples</source>
        <translation>den Trainingsbeispielen</translation>
    </message>
    <message>
        <source>writing failed</source>
        <translation>Schreiben misslungen</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>{:s} already gets its input from {:s}.</source>
        <translation>{} bekommt seine Eingabe schon von {}.</translation>
    </message>
    <message>
        <source>{:s} and {:s} are both wired to the one input of {:s}.</source>
        <translation>{} und {} sind beide mit dem einen Eingang von {} verbunden.</translation>
    </message>
    <message>
        <source>{:s} can&apos;t feed itself.</source>
        <translation>{} kann sich nicht selbst versorgen.</translation>
    </message>
    <message>
        <source>{:s} can&apos;t merge them: {}. {}</source>
        <translation>{} kann sie nicht zusammenführen: {}. {}</translation>
    </message>
    <message>
        <source>{:s} doesn&apos;t fit after {:s}, which gives {}: {}</source>
        <translation>{} passt nicht hinter {}, das {} gibt: {}</translation>
    </message>
    <message>
        <source>{:s} ends in a sigmoid, which looks at each class alone; a softmax weighs the {} classes against each other.</source>
        <translation>{} endet in einem Sigmoid, das jede Klasse für sich ansieht; ein Softmax wägt die {} Klassen gegeneinander ab.</translation>
    </message>
    <message>
        <source>{:s} ends in a softmax, whose numbers always add up to 1; the values of {} hardly do.</source>
        <translation>{} endet in einem Softmax, dessen Zahlen immer zusammen 1 ergeben; die Werte ({}) tun das kaum.</translation>
    </message>
    <message>
        <source>{:s} ends in {}, which cuts off or bends the scores of the classes; {} makes them probabilities.</source>
        <translation>{} endet in {}; das schneidet die Punktzahlen der Klassen ab oder biegt sie. {} macht Wahrscheinlichkeiten daraus.</translation>
    </message>
    <message>
        <source>{:s} feeds itself.</source>
        <translation>{} versorgt sich selbst.</translation>
    </message>
    <message>
        <source>{} form a circle, so each waits for the other.</source>
        <translation>{} bilden einen Kreis, also wartet jede auf die andere.</translation>
    </message>
    <message>
        <source>{:s} gives {} and {:s} gives {}</source>
        <translation>{} gibt {} und {} gibt {}</translation>
    </message>
    <message>
        <source>{:s} has a setting “{:s}” that this version doesn&apos;t know; it is kept, but does nothing.</source>
        <translation>{} hat eine Einstellung „{}“, die diese Version nicht kennt; sie bleibt erhalten, bewirkt aber nichts.</translation>
    </message>
    <message>
        <source>{:s} has a softmax over a single number, which is always 1. A sigmoid can say anything from 0 to 1.</source>
        <translation>{} hat ein Softmax über eine einzelne Zahl, das immer 1 ist. Ein Sigmoid kann alles von 0 bis 1 sagen.</translation>
    </message>
    <message>
        <source>{:s} has a softmax, but other layers follow: it squeezes what they get into shares of one. It belongs at the end.</source>
        <translation>{} hat ein Softmax, aber es folgen andere Schichten: Es drückt, was sie bekommen, in Anteile von eins. Es gehört ans Ende.</translation>
    </message>
    <message>
        <source>{:s} has no input number {}.</source>
        <translation>{} hat keinen Eingang Nummer {}.</translation>
    </message>
    <message>
        <source>{} has {}</source>
        <translation>{} hat {}</translation>
    </message>
    <message>
        <source>{} has {} to predict</source>
        <translation>{} hat {} vorherzusagen</translation>
    </message>
    <message>
        <source>{} has {} values to predict, but the last layer gives {}.</source>
        <translation>{} hat {} Werte vorherzusagen, aber die letzte Schicht gibt {}.</translation>
    </message>
    <message>
        <source>{} inputs to {} neurons are too many weights to keep.</source>
        <translation>{} Eingaben zu {} Neuronen sind zu viele Gewichte.</translation>
    </message>
    <message>
        <source>{:s} is a layer of type “{:s}”, which this version doesn&apos;t know. Perhaps a newer version of Protomind drew it.</source>
        <translation>{} ist eine Schicht der Art „{}“, die diese Version nicht kennt. Vielleicht hat eine neuere Version von Protomind sie gezeichnet.</translation>
    </message>
    <message>
        <source>{:s} is a second Input beside {:s}; a network has one.</source>
        <translation>{} ist eine zweite Eingabe neben {}; ein Netz hat nur eine.</translation>
    </message>
    <message>
        <source>{:s} is already wired to {:s}.</source>
        <translation>{} ist schon mit {} verbunden.</translation>
    </message>
    <message>
        <source>{} is not a whole number.</source>
        <translation>{} ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>{:s} is not wired to anything yet, so it takes no part.</source>
        <translation>{} ist noch mit nichts verbunden und macht deshalb nicht mit.</translation>
    </message>
    <message>
        <source>{} is outside {} to {}.</source>
        <translation>{} liegt außerhalb von {} bis {}.</translation>
    </message>
    <message>
        <source>{:s} is where the samples come in, so no wire can go into it.</source>
        <translation>{} ist die Stelle, an der die Beispiele hereinkommen; dort kann keine Verbindung hinein.</translation>
    </message>
    <message>
        <source>{:s} is wired to {:s} twice.</source>
        <translation>{} ist zweimal mit {} verbunden.</translation>
    </message>
    <message>
        <source>{:s} merges two or more inputs, but only {:s} is wired to it.</source>
        <translation>{} führt zwei oder mehr Eingaben zusammen, aber nur {} ist damit verbunden.</translation>
    </message>
    <message>
        <source>{} must be {}, not {}.</source>
        <translation>{}: Es muss {} sein, nicht {}.</translation>
    </message>
    <message>
        <source>{} needs an image (height × width × channels), but gets {}.</source>
        <translation>{} braucht ein Bild (Höhe × Breite × Kanäle), bekommt aber {}.</translation>
    </message>
    <message>
        <source>{} needs classes to tell apart, but the data has numbers to predict.</source>
        <translation>{} braucht Klassen zum Unterscheiden, aber die Daten haben Zahlen zum Vorhersagen.</translation>
    </message>
    <message>
        <source>{} needs one output for each of the {} classes, but the network gives {}.</source>
        <translation>{} braucht einen Ausgang für jede der {} Klassen, aber das Netz gibt {}.</translation>
    </message>
    <message>
        <source>{} whole numbers {}</source>
        <translation>{} ganze Zahlen {}</translation>
    </message>
    <message>
        <source>{} {} are too many; at most {} are allowed.</source>
        <translation>{} {} sind zu viele; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>{}, but {:s} gives {}.</source>
        <translation>{}, aber {} gibt {}.</translation>
    </message>
    <message>
        <source>{}, so the network must end in a flat list of {}, but {:s} gives {}.</source>
        <translation>{}, also muss das Netz in einer flachen Liste von {} enden, aber {} gibt {}.</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>wires</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>A speed is a number of steps a second, or 0 for as fast as it goes.</source>
        <translation>Ein Tempo ist eine Zahl von Schritten pro Sekunde, oder 0 für so schnell es geht.</translation>
    </message>
    <message>
        <source>Click some into the picture of the data. In a text: </source>
        <translation>Klicke welche ins Bild der Daten. In einem Text: </translation>
    </message>
    <message>
        <source>A part of this file is larger than any that Protomind writes.</source>
        <translation>Ein Teil dieser Datei ist größer, als Protomind je einen schreibt.</translation>
    </message>
    <message>
        <source>A weight is a number that is not too large to compute with.</source>
        <translation>Ein Gewicht ist eine Zahl, die zum Rechnen nicht zu groß ist.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Sieh nach ihren Rechten.</translation>
    </message>
    <message>
        <source>Free some of it, or save in another place.</source>
        <translation>Mach etwas davon frei, oder speichere an einem anderen Ort.</translation>
    </message>
    <message>
        <source>Let the loss follow the data</source>
        <translation>Den Verlust den Daten folgen lassen</translation>
    </message>
    <message>
        <source>No layer is called “{:s}”.</source>
        <translation>Keine Schicht heißt „{}“.</translation>
    </message>
    <message>
        <source>Set the batch size to {}</source>
        <translation>Batch-Größe auf {} setzen</translation>
    </message>
    <message>
        <source>Set the loss to {}</source>
        <translation>Verlust auf {} setzen</translation>
    </message>
    <message>
        <source>The file can&apos;t be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: {}.</source>
        <translation>Die Datei lässt sich nicht lesen: {}.</translation>
    </message>
    <message>
        <source>The file is larger than {} MiB, which no network is.</source>
        <translation>Die Datei ist größer als {} MiB; so groß ist kein Netz.</translation>
    </message>
    <message>
        <source>The network has no such weight.</source>
        <translation>Das Netz hat kein solches Gewicht.</translation>
    </message>
    <message>
        <source>The network is too large for live pictures of its layers.</source>
        <translation>Das Netz ist zu groß für lebende Bilder seiner Schichten.</translation>
    </message>
    <message>
        <source>This disk can only be read.</source>
        <translation>Dieser Datenträger lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>This is not a file but a folder or a device.</source>
        <translation>Das ist keine Datei, sondern ein Ordner oder ein Gerät.</translation>
    </message>
    <message>
        <source>Training with batches of {} takes about {} of memory, but only {} can be used here. {:s} gives the most numbers: {}.</source>
        <translation>Training mit Batches von {} braucht etwa {} Speicher, hier lassen sich aber nur {} nutzen. {} gibt die meisten Zahlen aus: {}.</translation>
    </message>
    <message>
        <source>You may not write here.</source>
        <translation>Hier darfst du nicht schreiben.</translation>
    </message>
    <message>
        <source>Your share of the disk is used up.</source>
        <translation>Dein Anteil am Speicherplatz ist aufgebraucht.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>sizes such as 3 × 3</source>
        <translation>Größen wie 3 × 3</translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation>Hier wird true oder false gebraucht.</translation>
    </message>
    <message>
        <source>{:.0f} MB</source>
        <translation>{:.0f} MB</translation>
    </message>
    <message>
        <source>{:.1f} GB</source>
        <translation>{:.1f} GB</translation>
    </message>
    <message>
        <source>{} compares plain scores, but {:s} ends in {}, which squeezes them between 0 and 1.</source>
        <translation>{} vergleicht rohe Punktzahlen, {} endet aber mit {}, was sie zwischen 0 und 1 zwängt.</translation>
    </message>
    <message>
        <source>{} has no setting “{:s}”. It has: {}.</source>
        <translation>{} hat keine Einstellung „{}“. Es gibt: {}.</translation>
    </message>
    <message>
        <source>{} has no settings.</source>
        <translation>{} hat keine Einstellungen.</translation>
    </message>
    <message>
        <source>{} is {}, not “{:s}”.</source>
        <translation>{} erwartet {}, nicht „{}“.</translation>
    </message>
    <message>
        <source>“{:s}” may be {} or {}.</source>
        <translation>„{}“ kann {} oder {} sein.</translation>
    </message>
    <message>
        <source>Insert {}</source>
        <translation>{} einfügen</translation>
    </message>
    <message>
        <source>Insert {} after {:s}</source>
        <translation>{} nach {} einfügen</translation>
    </message>
    <message>
        <source>Make the batch or the layers smaller.</source>
        <translation>Mach den Batch oder die Schichten kleiner.</translation>
    </message>
    <message>
        <source>Open it with a newer version; the file is left as it is.</source>
        <translation>Öffne es mit einer neueren Version; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened.</source>
        <translation>Die Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The file is larger than {} GiB.</source>
        <translation>Die Datei ist größer als {} GiB.</translation>
    </message>
    <message>
        <source>The processor&apos;s compute library failed: {}.</source>
        <translation>Die Rechenbibliothek des Prozessors ist gescheitert: {}.</translation>
    </message>
    <message>
        <source>The processor&apos;s compute library refused a layer: {}.</source>
        <translation>Die Rechenbibliothek des Prozessors hat eine Schicht abgelehnt: {}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network and batch.</source>
        <translation>Für dieses Netz und diesen Batch reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for {} numbers.</source>
        <translation>Für {} Zahlen reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>This is a database, but not a Protomind project.</source>
        <translation>Das ist eine Datenbank, aber kein Projekt von Protomind.</translation>
    </message>
    <message>
        <source>This is not a Protomind project.</source>
        <translation>Das ist kein Projekt von Protomind.</translation>
    </message>
    <message>
        <source>This project is damaged: {}.</source>
        <translation>Dieses Projekt ist beschädigt: {}.</translation>
    </message>
    <message>
        <source>This project was written by a newer Protomind (format {}; this one reads up to {}).</source>
        <translation>Dieses Projekt hat ein neueres Protomind geschrieben (Format {}; dieses liest bis {}).</translation>
    </message>
    <message>
        <source>a table is missing</source>
        <translation>eine Tabelle fehlt</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>es endet zu früh</translation>
    </message>
    <message>
        <source>it has contents that no version of Protomind wrote</source>
        <translation>es enthält etwas, das keine Version von Protomind geschrieben hat</translation>
    </message>
    <message>
        <source>it is shorter or longer than it says</source>
        <translation>es ist kürzer oder länger, als es sagt</translation>
    </message>
    <message>
        <source>its format number is missing</source>
        <translation>seine Formatnummer fehlt</translation>
    </message>
    <message>
        <source>its pages don&apos;t fit together</source>
        <translation>seine Seiten passen nicht zusammen</translation>
    </message>
    <message>
        <source>model name</source>
        <translation>Modellbezeichnung</translation>
    </message>
    <message>
        <source>{:s} and {:s}</source>
        <translation>{} und {}</translation>
    </message>
    <message>
        <source>{} of {} inputs are not bound.</source>
        <translation>{} von {} Eingaben sind nicht gebunden.</translation>
    </message>
    <message>
        <source>{} class</source>
        <translation>{} Klasse</translation>
    </message>
    <message>
        <source>{} classes</source>
        <translation>{} Klassen</translation>
    </message>
    <message>
        <source>{} value</source>
        <translation>{} Wert</translation>
    </message>
    <message>
        <source>{} values</source>
        <translation>{} Werte</translation>
    </message>
    <message>
        <source>{} number</source>
        <translation>{} Zahl</translation>
    </message>
    <message>
        <source>{} numbers</source>
        <translation>{} Zahlen</translation>
    </message>
    <message>
        <source>{:s} needs a flat list of numbers, but {:s} gives {}.</source>
        <translation>{} braucht eine flache Liste von Zahlen, aber {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} needs an image (height × width × channels), but {:s} gives {}.</source>
        <translation>{} braucht ein Bild (Höhe × Breite × Kanäle), aber {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} needs a sequence (steps × features), but {:s} gives {}.</source>
        <translation>{} braucht eine Folge (Schritte × Merkmale), aber {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} needs a list of word numbers, but {:s} gives {}.</source>
        <translation>{} braucht eine Liste von Wortnummern, aber {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} needs an even list of numbers, half of them means and half logarithms of variances, but {:s} gives {}.</source>
        <translation>{} braucht eine gerade Anzahl Zahlen, halb Mittelwerte, halb Logarithmen von Varianzen, aber {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} needs inputs of equal sizes, but {:s} gives {} and {:s} gives {}.</source>
        <translation>{} braucht gleich große Eingaben, aber {} gibt {} und {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} needs inputs that differ in the last size alone, but {:s} gives {} and {:s} gives {}.</source>
        <translation>{} braucht Eingaben, die sich nur in der letzten Größe unterscheiden, aber {} gibt {} und {} gibt {}.</translation>
    </message>
    <message>
        <source>{:s} to {} needs {} numbers, but {:s} gives {}, which are {}.</source>
        <translation>{} zu {} braucht {} Zahlen, aber {} gibt {}, das sind {}.</translation>
    </message>
    <message>
        <source>(a, b)</source>
        <translation>(a, b)</translation>
    </message>
    <message>
        <source>A block of code is not ended.</source>
        <translation>Ein Codeblock ist nicht beendet.</translation>
    </message>
    <message>
        <source>A choice has no &quot;#### {}&quot;.</source>
        <translation>Einer Auswahl fehlt „#### {}“.</translation>
    </message>
    <message>
        <source>A file&apos;s name is empty.</source>
        <translation>Der Name einer Datei ist leer.</translation>
    </message>
    <message>
        <source>A hint needs a task.</source>
        <translation>Ein Hinweis braucht eine Aufgabe.</translation>
    </message>
    <message>
        <source>A lesson can&apos;t count on files of one machine.</source>
        <translation>Eine Lektion kann nicht auf Dateien eines einzelnen Rechners bauen.</translation>
    </message>
    <message>
        <source>A lesson is a folder with lesson.json and lesson.md.</source>
        <translation>Eine Lektion ist ein Ordner mit lesson.json und lesson.md.</translation>
    </message>
    <message>
        <source>A link begins with action:, highlight: or open:.</source>
        <translation>Ein Link beginnt mit action:, highlight: oder open:.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Hier wird ein Name gebraucht.</translation>
    </message>
    <message>
        <source>A name, a number or a text is needed in front of it.</source>
        <translation>Davor wird ein Name, eine Zahl oder ein Text gebraucht.</translation>
    </message>
    <message>
        <source>A newer version of Protomind reads it.</source>
        <translation>Eine neuere Version von Protomind liest sie.</translation>
    </message>
    <message>
        <source>A prediction</source>
        <translation>Eine Vorhersage</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Eine Frage</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>A step has one; make another step.</source>
        <translation>Ein Schritt hat eine einzige; mach einen weiteren Schritt.</translation>
    </message>
    <message>
        <source>A step opens a template or a network of the folder: one of the two.</source>
        <translation>Ein Schritt öffnet eine Vorlage oder ein Netz des Ordners: eins von beiden.</translation>
    </message>
    <message>
        <source>A task</source>
        <translation>Eine Aufgabe</translation>
    </message>
    <message>
        <source>A text begins here and does not end.</source>
        <translation>Hier beginnt ein Text, der nicht endet.</translation>
    </message>
    <message>
        <source>A text is {} bytes long; at most {} are allowed.</source>
        <translation>Ein Text ist {} Byte lang; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>A weight is a number from {:g} to {:g}, not {}.</source>
        <translation>Ein Gewicht ist eine Zahl von {} bis {}, nicht {}.</translation>
    </message>
    <message>
        <source>A whole number from 0 on is needed here.</source>
        <translation>Hier wird eine ganze Zahl ab 0 gebraucht.</translation>
    </message>
    <message>
        <source>A {} has no id.</source>
        <translation>Hier fehlt eine ID: {}.</translation>
    </message>
    <message>
        <source>Actions are a list in square brackets, not {}.</source>
        <translation>Aktionen sind eine Liste in eckigen Klammern, nicht {}.</translation>
    </message>
    <message>
        <source>Add &quot;## Title {{#{}}}&quot; there.</source>
        <translation>Füge dort „## Titel {{#{}}}“ ein.</translation>
    </message>
    <message>
        <source>Add &quot;### Predict {{#{}}}&quot;.</source>
        <translation>Füge „### Predict {{#{}}}“ ein.</translation>
    </message>
    <message>
        <source>Add &quot;### Quiz {{#{}}}&quot;.</source>
        <translation>Füge „### Quiz {{#{}}}“ ein.</translation>
    </message>
    <message>
        <source>Add &quot;### Task&quot; and say what to do.</source>
        <translation>Füge „### Task“ ein, und sage, was zu tun ist.</translation>
    </message>
    <message>
        <source>Add &quot;### Task&quot; before it.</source>
        <translation>Füge davor „### Task“ ein.</translation>
    </message>
    <message>
        <source>Add &quot;#### Afterwards&quot;: what really happened, and why.</source>
        <translation>Füge „#### Afterwards“ ein: was wirklich geschah, und warum.</translation>
    </message>
    <message>
        <source>Add &quot;#### {}&quot;.</source>
        <translation>Füge „#### {}“ ein.</translation>
    </message>
    <message>
        <source>Add it to &quot;quiz&quot; there, or take this out.</source>
        <translation>Füge sie dort unter „quiz“ ein, oder nimm diese heraus.</translation>
    </message>
    <message>
        <source>Add it.</source>
        <translation>Füge es ein.</translation>
    </message>
    <message>
        <source>Add one there, or take this out.</source>
        <translation>Füge dort eine ein, oder nimm diese heraus.</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <source>An action</source>
        <translation>Eine Aktion</translation>
    </message>
    <message>
        <source>An id has only lower-case letters a to z, digits and hyphens, and at most 64 of them.</source>
        <translation>Eine ID besteht nur aus Kleinbuchstaben von a bis z, Ziffern und Bindestrichen, und aus höchstens 64 davon.</translation>
    </message>
    <message>
        <source>An id is empty or too long to be recorded.</source>
        <translation>Eine ID ist leer oder zu lang, um aufgeschrieben zu werden.</translation>
    </message>
    <message>
        <source>An id is the name of a lesson&apos;s folder; `protomind lesson list` shows them.</source>
        <translation>Eine ID ist der Name des Ordners einer Lektion; `protomind lesson list` zeigt sie.</translation>
    </message>
    <message>
        <source>An option is a line like &quot;- {a} The line is steeper.&quot;.</source>
        <translation>Eine Antwort ist eine Zeile wie „- {a} Die Gerade ist steiler.“.</translation>
    </message>
    <message>
        <source>An order is a list of options&apos; ids, not {}.</source>
        <translation>Eine Reihenfolge ist eine Liste der IDs von Antworten, nicht {}.</translation>
    </message>
    <message>
        <source>At {}: {}</source>
        <translation>Bei {}: {}</translation>
    </message>
    <message>
        <source>Begin with a line like &quot;# Rolling downhill&quot;.</source>
        <translation>Beginne mit einer Zeile wie „# Bergab“.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Wähle einen aus der Liste.</translation>
    </message>
    <message>
        <source>Compare it with something, as in data.name == &quot;spiral&quot;.</source>
        <translation>Vergleiche es mit etwas, wie in data.name == &quot;spiral&quot;.</translation>
    </message>
    <message>
        <source>Compare it with something, as in test.loss &lt; 0.1.</source>
        <translation>Vergleiche es mit etwas, wie in test.loss &lt; 0.1.</translation>
    </message>
    <message>
        <source>Compare numbers with numbers and texts with texts.</source>
        <translation>Vergleiche Zahlen mit Zahlen und Texte mit Texten.</translation>
    </message>
    <message>
        <source>Compare with == or != here.</source>
        <translation>Vergleiche hier mit == oder !=.</translation>
    </message>
    <message>
        <source>Comparisons can&apos;t follow each other.</source>
        <translation>Vergleiche können nicht aufeinander folgen.</translation>
    </message>
    <message>
        <source>Conditions are made of names, numbers, texts in quotation marks, and + - * / &lt; &gt; = ! ( ).</source>
        <translation>Bedingungen bestehen aus Namen, Zahlen, Texten in Anführungszeichen und + - * / &lt; &gt; = ! ( ).</translation>
    </message>
    <message>
        <source>Did you mean &quot;{:s}&quot;?</source>
        <translation>Meintest du „{}“?</translation>
    </message>
    <message>
        <source>Did you mean &quot;{:s}&quot;? </source>
        <translation>Meintest du „{}“? </translation>
    </message>
    <message>
        <source>Did you mean {}?</source>
        <translation>Meintest du {}?</translation>
    </message>
    <message>
        <source>Difference from the mean</source>
        <translation>Abstand vom Mittelwert</translation>
    </message>
    <message>
        <source>End it with a line of three backticks.</source>
        <translation>Beende ihn mit einer Zeile aus drei rückwärts geneigten Strichen (```).</translation>
    </message>
    <message>
        <source>Give all of them, row by row.</source>
        <translation>Gib alle an, Zeile für Zeile.</translation>
    </message>
    <message>
        <source>Give one of the questions another.</source>
        <translation>Gib einer der Fragen eine andere.</translation>
    </message>
    <message>
        <source>Give one of them another id.</source>
        <translation>Gib einem von ihnen eine andere ID.</translation>
    </message>
    <message>
        <source>Give the actions that make its check true: &quot;solution&quot;: [{&quot;train&quot;: {&quot;epochs&quot;: 5}}].</source>
        <translation>Gib die Aktionen an, die seine Bedingung erfüllen: &quot;solution&quot;: [{&quot;train&quot;: {&quot;epochs&quot;: 5}}].</translation>
    </message>
    <message>
        <source>Give the step its &quot;data&quot;.</source>
        <translation>Gib dem Schritt seine „data“.</translation>
    </message>
    <message>
        <source>Give this folder another name.</source>
        <translation>Gib diesem Ordner einen anderen Namen.</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>How long to train is said in steps or in epochs.</source>
        <translation>Wie lange trainiert wird, sagst du in Schritten oder in Epochen.</translation>
    </message>
    <message>
        <source>IHDR</source>
        <translation>IHDR</translation>
    </message>
    <message>
        <source>In the check, column {}: {}</source>
        <translation>In der Bedingung, Spalte {}: {}</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
    <message>
        <source>It can be {}.</source>
        <translation>Möglich sind {}.</translation>
    </message>
    <message>
        <source>It is shown as text until scripts/formulas draws it.</source>
        <translation>Sie wird als Text gezeigt, bis scripts/formulas sie zeichnet.</translation>
    </message>
    <message>
        <source>It needs at least one.</source>
        <translation>Es braucht mindestens eins.</translation>
    </message>
    <message>
        <source>Its id there is &quot;{:s}&quot;.</source>
        <translation>Ihre ID dort ist „{}“.</translation>
    </message>
    <message>
        <source>Its options explain themselves, each below its line.</source>
        <translation>Ihre Antworten erklären sich selbst, jede unter ihrer Zeile.</translation>
    </message>
    <message>
        <source>JSON has no form for binary data.</source>
        <translation>JSON hat keine Form für Binärdaten.</translation>
    </message>
    <message>
        <source>Leave the action out where it should not be done.</source>
        <translation>Lass die Aktion weg, wo sie nicht ausgeführt werden soll.</translation>
    </message>
    <message>
        <source>Look here and just before for a comma, a quote or a bracket that is missing or too many.</source>
        <translation>Sieh hier und kurz davor nach, ob ein Komma, ein Anführungszeichen oder eine Klammer fehlt oder zu viel ist.</translation>
    </message>
    <message>
        <source>Make it shorter.</source>
        <translation>Kürze es.</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation>Mach es kleiner.</translation>
    </message>
    <message>
        <source>Make the range larger.</source>
        <translation>Mach den Bereich größer.</translation>
    </message>
    <message>
        <source>Make two actions of it.</source>
        <translation>Mach zwei Aktionen daraus.</translation>
    </message>
    <message>
        <source>Mend it, or let the step&apos;s task be to mend it (network.problems == 0).</source>
        <translation>Behebe es, oder mach das Beheben zur Aufgabe des Schritts (network.problems == 0).</translation>
    </message>
    <message>
        <source>Mend these first.</source>
        <translation>Behebe zuerst diese.</translation>
    </message>
    <message>
        <source>More than {} things stand inside each other here.</source>
        <translation>Hier stecken mehr als {} Dinge ineinander.</translation>
    </message>
    <message>
        <source>Name the file like lesson.de.md; the English words are lesson.md.</source>
        <translation>Nenne die Datei wie lesson.de.md; die englischen Worte sind lesson.md.</translation>
    </message>
    <message>
        <source>No setting can be {}.</source>
        <translation>Keine Einstellung kann {} sein.</translation>
    </message>
    <message>
        <source>Nothing that it would end was begun, or nothing stands in front of it.</source>
        <translation>Was es beenden soll, hat nicht begonnen, oder davor steht nichts.</translation>
    </message>
    <message>
        <source>Only numbers can be larger or smaller.</source>
        <translation>Nur Zahlen können größer oder kleiner sein.</translation>
    </message>
    <message>
        <source>Only the lesson&apos;s own has one &quot;#&quot;; those of steps have two.</source>
        <translation>Nur der Titel der Lektion hat ein einziges „#“; die der Schritte haben zwei.</translation>
    </message>
    <message>
        <source>Open one in this step or before: &quot;open&quot;: {&quot;template&quot;: &quot;playground&quot;}.</source>
        <translation>Öffne eins in diesem Schritt oder davor: &quot;open&quot;: {&quot;template&quot;: &quot;playground&quot;}.</translation>
    </message>
    <message>
        <source>Points, the line through them, the squares of its errors and the landscape of the loss over m and b.</source>
        <translation>Punkte, die Gerade durch sie, die Quadrate ihrer Fehler und die Landschaft des Verlusts über m und b.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Predict</translation>
    </message>
    <message>
        <source>Put ) behind it.</source>
        <translation>Setze ) dahinter.</translation>
    </message>
    <message>
        <source>Put &quot;and&quot; or &quot;or&quot; between two conditions.</source>
        <translation>Setze „and“ oder „or“ zwischen zwei Bedingungen.</translation>
    </message>
    <message>
        <source>Put it behind the heading of a step, which has two &quot;#&quot; and an id.</source>
        <translation>Setze es hinter die Überschrift eines Schritts, die zwei „#“ und eine ID hat.</translation>
    </message>
    <message>
        <source>Put parentheses around &quot;not&quot; and what follows it.</source>
        <translation>Setze Klammern um „not“ und was darauf folgt.</translation>
    </message>
    <message>
        <source>Put the file into the lesson&apos;s folder, and write its name alone.</source>
        <translation>Lege die Datei in den Ordner der Lektion, und schreibe nur ihren Namen.</translation>
    </message>
    <message>
        <source>Put the file itself into the lesson&apos;s folder.</source>
        <translation>Lege die Datei selbst in den Ordner der Lektion.</translation>
    </message>
    <message>
        <source>Put {} behind it.</source>
        <translation>Setze {} dahinter.</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>Remove one that is not needed any more.</source>
        <translation>Entferne einen, der nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Run scripts/formulas again.</source>
        <translation>Führe scripts/formulas noch einmal aus.</translation>
    </message>
    <message>
        <source>Save it anew as PNG.</source>
        <translation>Speichere es neu als PNG.</translation>
    </message>
    <message>
        <source>Save it anew as SVG.</source>
        <translation>Speichere es neu als SVG.</translation>
    </message>
    <message>
        <source>Save it as .svg or .png.</source>
        <translation>Speichere es als .svg oder .png.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 in the editor.</source>
        <translation>Speichere die Datei im Editor als UTF-8.</translation>
    </message>
    <message>
        <source>Say here what is to be read there, or put the picture into the folder.</source>
        <translation>Sage hier, was dort zu lesen ist, oder lege das Bild in den Ordner.</translation>
    </message>
    <message>
        <source>Say of which layers: any(layers, ... {} ...).</source>
        <translation>Sage, von welchen Schichten: any(layers, ... {} ...).</translation>
    </message>
    <message>
        <source>Take it out of &quot;needs&quot;.</source>
        <translation>Nimm sie aus „needs“ heraus.</translation>
    </message>
    <message>
        <source>Take it out of one of the two.</source>
        <translation>Nimm es aus einem der beiden heraus.</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>Nimm es heraus.</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Nimm eins davon heraus.</translation>
    </message>
    <message>
        <source>Take some parentheses away.</source>
        <translation>Nimm ein paar Klammern weg.</translation>
    </message>
    <message>
        <source>Take them out, or make it a &quot;choice&quot; in lesson.json.</source>
        <translation>Nimm sie heraus, oder mach daraus in lesson.json eine „choice“.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>The answer is a layer &quot;{:s}&quot;, which the network has not.</source>
        <translation>Die Antwort ist eine Schicht „{}“, die das Netz nicht hat.</translation>
    </message>
    <message>
        <source>The answer is a point like [0, 2], not {}.</source>
        <translation>Die Antwort ist ein Punkt wie [0, 2], nicht {}.</translation>
    </message>
    <message>
        <source>The answer is too long to be recorded.</source>
        <translation>Die Antwort ist zu lang, um aufgeschrieben zu werden.</translation>
    </message>
    <message>
        <source>The answer lies outside of the range, where nobody can point at it.</source>
        <translation>Die Antwort liegt außerhalb des Bereichs, wo niemand hinzeigen kann.</translation>
    </message>
    <message>
        <source>The answer of &quot;{:s}&quot; does not name each of its options in {} once.</source>
        <translation>Die Lösung von „{}“ nennt nicht jede ihrer Antworten in {} genau einmal.</translation>
    </message>
    <message>
        <source>The answer of &quot;{:s}&quot; is &quot;{:s}&quot;, which is none of its options in {}.</source>
        <translation>Die Lösung von „{}“ ist „{}“; das ist keine ihrer Antworten in {}.</translation>
    </message>
    <message>
        <source>The condition ends too early.</source>
        <translation>Die Bedingung endet zu früh.</translation>
    </message>
    <message>
        <source>The condition ends where &quot;{:s}&quot; is needed.</source>
        <translation>Die Bedingung endet, wo „{}“ gebraucht wird.</translation>
    </message>
    <message>
        <source>The condition has more than {} parts.</source>
        <translation>Die Bedingung hat mehr als {} Teile.</translation>
    </message>
    <message>
        <source>The condition is longer than {} characters.</source>
        <translation>Die Bedingung ist länger als {} Zeichen.</translation>
    </message>
    <message>
        <source>The damaged one is kept as {}.</source>
        <translation>Die beschädigte Datei ist als {} aufgehoben.</translation>
    </message>
    <message>
        <source>The entry {} has another formula&apos;s name.</source>
        <translation>Der Eintrag {} trägt den Namen einer anderen Formel.</translation>
    </message>
    <message>
        <source>The entry {} is damaged.</source>
        <translation>Der Eintrag {} ist beschädigt.</translation>
    </message>
    <message>
        <source>The first is on line {}.</source>
        <translation>Zum ersten Mal in Zeile {}.</translation>
    </message>
    <message>
        <source>The folder&apos;s name &quot;{:s}&quot; can&apos;t be the id of a lesson.</source>
        <translation>Der Name des Ordners, „{}“, kann nicht die ID einer Lektion sein.</translation>
    </message>
    <message>
        <source>The hint says nothing.</source>
        <translation>Der Hinweis sagt nichts.</translation>
    </message>
    <message>
        <source>The id &quot;{:s}&quot; comes twice in this step.</source>
        <translation>Die ID „{}“ kommt in diesem Schritt zweimal vor.</translation>
    </message>
    <message>
        <source>The key &quot;{:s}&quot; comes twice in the same object.</source>
        <translation>Der Schlüssel „{}“ kommt im selben Objekt zweimal vor.</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>Die Lektion</translation>
    </message>
    <message>
        <source>The lesson has no steps.</source>
        <translation>Die Lektion hat keine Schritte.</translation>
    </message>
    <message>
        <source>The lesson has no title.</source>
        <translation>Die Lektion hat keinen Titel.</translation>
    </message>
    <message>
        <source>The lesson is of format {}; this version reads {}.</source>
        <translation>Die Lektion hat das Format {}; diese Version liest {}.</translation>
    </message>
    <message>
        <source>The lesson needs itself.</source>
        <translation>Die Lektion setzt sich selbst voraus.</translation>
    </message>
    <message>
        <source>The link &quot;{:s}&quot; leads nowhere.</source>
        <translation>Der Link „{}“ führt nirgendwohin.</translation>
    </message>
    <message>
        <source>The name has signs in it that can&apos;t be shown.</source>
        <translation>Der Name enthält Zeichen, die nicht gezeigt werden können.</translation>
    </message>
    <message>
        <source>The name is longer than {} characters.</source>
        <translation>Der Name ist länger als {} Zeichen.</translation>
    </message>
    <message>
        <source>The name of a weight is needed here.</source>
        <translation>Hier wird der Name eines Gewichts gebraucht.</translation>
    </message>
    <message>
        <source>The network can&apos;t run here: {}</source>
        <translation>Das Netz kann hier nicht laufen: {}</translation>
    </message>
    <message>
        <source>The network has no layer named &quot;{:s}&quot;.</source>
        <translation>Das Netz hat keine Schicht namens „{}“.</translation>
    </message>
    <message>
        <source>The network has no weight &quot;{:s}&quot; here.</source>
        <translation>Das Netz hat hier kein Gewicht „{}“.</translation>
    </message>
    <message>
        <source>The network of this step has no layer &quot;{:s}&quot;.</source>
        <translation>Das Netz dieses Schritts hat keine Schicht „{}“.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; comes twice in this question.</source>
        <translation>Die Antwort „{}“ kommt in dieser Frage zweimal vor.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; is true or false, not {}.</source>
        <translation>Die Option „{}“ ist true oder false, nicht {}.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; of &quot;{:s}&quot; has no explanation.</source>
        <translation>Die Antwort „{}“ von „{}“ hat keine Erklärung.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; of &quot;{:s}&quot; is in lesson.md, but not here.</source>
        <translation>Die Antwort „{}“ von „{}“ steht in lesson.md, aber nicht hier.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; of &quot;{:s}&quot; is not in lesson.md.</source>
        <translation>Die Antwort „{}“ von „{}“ steht nicht in lesson.md.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; says nothing.</source>
        <translation>Die Antwort „{}“ sagt nichts.</translation>
    </message>
    <message>
        <source>The options are {}.</source>
        <translation>Die Antworten sind {}.</translation>
    </message>
    <message>
        <source>The picture &quot;{:s}&quot; does not say what is seen.</source>
        <translation>Das Bild „{}“ sagt nicht, was zu sehen ist.</translation>
    </message>
    <message>
        <source>The picture is {} × {} pixels; at most {} each way are allowed.</source>
        <translation>Das Bild hat {} × {} Pixel; höchstens {} in jeder Richtung sind erlaubt.</translation>
    </message>
    <message>
        <source>The prediction &quot;{:s}&quot; does not say what happened.</source>
        <translation>Die Vorhersage „{}“ sagt nicht, was geschah.</translation>
    </message>
    <message>
        <source>The prediction &quot;{:s}&quot; of the step &quot;{:s}&quot; has no words.</source>
        <translation>Die Vorhersage „{}“ des Schritts „{}“ hat keine Worte.</translation>
    </message>
    <message>
        <source>The question &quot;{:s}&quot; asks nothing.</source>
        <translation>Die Frage „{}“ fragt nichts.</translation>
    </message>
    <message>
        <source>The question &quot;{:s}&quot; comes twice in this step.</source>
        <translation>Die Frage „{}“ kommt in diesem Schritt zweimal vor.</translation>
    </message>
    <message>
        <source>The question &quot;{:s}&quot; has no explanation for who is {}.</source>
        <translation>Der Frage „{}“ fehlt eine Erklärung: {}.</translation>
    </message>
    <message>
        <source>The question &quot;{:s}&quot; has {} options; {} to {} are needed.</source>
        <translation>Die Frage „{}“ hat {} Antworten; {} bis {} müssen es sein.</translation>
    </message>
    <message>
        <source>The question &quot;{:s}&quot; is none with options.</source>
        <translation>Die Frage „{}“ ist keine mit Antworten zur Auswahl.</translation>
    </message>
    <message>
        <source>The question &quot;{:s}&quot; of the step &quot;{:s}&quot; has no words.</source>
        <translation>Die Frage „{}“ des Schritts „{}“ hat keine Worte.</translation>
    </message>
    <message>
        <source>The record of what was learned here is damaged; a new one is begun.</source>
        <translation>Was hier gelernt wurde, ist in einer beschädigten Datei; eine neue wird begonnen.</translation>
    </message>
    <message>
        <source>The scene &quot;{:s}&quot; has no option &quot;{:s}&quot;.</source>
        <translation>Die Szene „{}“ hat keine Option „{}“.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; comes twice.</source>
        <translation>Der Schritt „{}“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has a second task.</source>
        <translation>Der Schritt „{}“ hat eine zweite Aufgabe.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has a task without words.</source>
        <translation>Der Schritt „{}“ hat eine Aufgabe ohne Worte.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no id.</source>
        <translation>Der Schritt „{}“ hat keine ID.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no prediction &quot;{:s}&quot; in lesson.json.</source>
        <translation>Der Schritt „{}“ hat in lesson.json keine Vorhersage „{}“.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no question &quot;{:s}&quot; in lesson.json.</source>
        <translation>Der Schritt „{}“ hat in lesson.json keine Frage „{}“.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no section in {}.</source>
        <translation>Der Schritt „{}“ hat keinen Abschnitt in {}.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no task in lesson.json.</source>
        <translation>Der Schritt „{}“ hat in lesson.json keine Aufgabe.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no text.</source>
        <translation>Der Schritt „{}“ hat keinen Text.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has no title.</source>
        <translation>Der Schritt „{}“ hat keinen Titel.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has {} hints here, and {} in lesson.md.</source>
        <translation>Der Schritt „{}“ hat hier {} Hinweise, und {} in lesson.md.</translation>
    </message>
    <message>
        <source>The table is longer than {} KiB.</source>
        <translation>Die Tabelle ist länger als {} KiB.</translation>
    </message>
    <message>
        <source>The task has no solution.</source>
        <translation>Die Aufgabe hat keine Lösung.</translation>
    </message>
    <message>
        <source>The task says nothing.</source>
        <translation>Die Aufgabe sagt nichts.</translation>
    </message>
    <message>
        <source>The title is empty.</source>
        <translation>Der Titel ist leer.</translation>
    </message>
    <message>
        <source>There are Right and Wrong.</source>
        <translation>Es gibt Right und Wrong.</translation>
    </message>
    <message>
        <source>There are more than {} pairs.</source>
        <translation>Es gibt mehr als {} Paare.</translation>
    </message>
    <message>
        <source>There are more than {} problems; the rest is not told.</source>
        <translation>Es gibt mehr als {} Probleme; der Rest wird nicht genannt.</translation>
    </message>
    <message>
        <source>There are more than {} values here.</source>
        <translation>Hier sind mehr als {} Werte.</translation>
    </message>
    <message>
        <source>There are no pairs of numbers.</source>
        <translation>Es gibt keine Zahlenpaare.</translation>
    </message>
    <message>
        <source>There are {} hints; at most {} are allowed.</source>
        <translation>Es gibt {} Hinweise; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>There are {} learners already.</source>
        <translation>Es gibt schon {} Lernende.</translation>
    </message>
    <message>
        <source>There are {}.</source>
        <translation>Es gibt {}.</translation>
    </message>
    <message>
        <source>There is Afterwards.</source>
        <translation>Es gibt Afterwards.</translation>
    </message>
    <message>
        <source>There is a learner named &quot;{:s}&quot; already.</source>
        <translation>„{}“ lernt hier schon jemand.</translation>
    </message>
    <message>
        <source>There is a lesson &quot;{:s}&quot; already, in {}.</source>
        <translation>Es gibt schon eine Lektion „{}“, in {}.</translation>
    </message>
    <message>
        <source>There is a second title.</source>
        <translation>Es gibt einen zweiten Titel.</translation>
    </message>
    <message>
        <source>There is no condition.</source>
        <translation>Es gibt keine Bedingung.</translation>
    </message>
    <message>
        <source>There is no control &quot;{:s}&quot;.</source>
        <translation>Es gibt kein Bedienelement „{}“.</translation>
    </message>
    <message>
        <source>There is no data here to learn from.</source>
        <translation>Hier gibt es keine Daten, aus denen gelernt werden kann.</translation>
    </message>
    <message>
        <source>There is no file &quot;{:s}&quot; in the lesson&apos;s folder.</source>
        <translation>Im Ordner der Lektion gibt es keine Datei „{}“.</translation>
    </message>
    <message>
        <source>There is no function &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Funktion „{}“.</translation>
    </message>
    <message>
        <source>There is no kind of layer named &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Schichtart namens „{}“.</translation>
    </message>
    <message>
        <source>There is no kind of question &quot;{:s}&quot; here.</source>
        <translation>Es gibt hier keine Frageart „{}“.</translation>
    </message>
    <message>
        <source>There is no lesson &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Lektion „{}“.</translation>
    </message>
    <message>
        <source>There is no level &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Stufe „{}“.</translation>
    </message>
    <message>
        <source>There is no network here that this could be done to.</source>
        <translation>Hier gibt es kein Netz, mit dem das getan werden könnte.</translation>
    </message>
    <message>
        <source>There is no number {} in &quot;{:s}&quot;.</source>
        <translation>In „{2}“ gibt es keine Zahl {1}.</translation>
    </message>
    <message>
        <source>There is no picture of the formula {1}{0}{1}.</source>
        <translation>Es gibt kein Bild der Formel {1}{2}{3}.</translation>
    </message>
    <message>
        <source>There is no scene &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Szene „{}“.</translation>
    </message>
    <message>
        <source>There is no state &quot;{:s}&quot;.</source>
        <translation>Es gibt keinen Zustand „{}“.</translation>
    </message>
    <message>
        <source>There is no state or setting &quot;{:s}&quot;.</source>
        <translation>Es gibt weder einen Zustand noch eine Einstellung „{}“.</translation>
    </message>
    <message>
        <source>There is no step &quot;{:s}&quot; in lesson.json.</source>
        <translation>In lesson.json gibt es keinen Schritt „{}“.</translation>
    </message>
    <message>
        <source>There is no such learner any more.</source>
        <translation>Diesen Lernenden gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no template &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Vorlage „{}“.</translation>
    </message>
    <message>
        <source>There is no template named &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Vorlage namens „{}“.</translation>
    </message>
    <message>
        <source>There is no {} &quot;{:s}&quot;.</source>
        <translation>„{2}“ gibt es hier nicht ({1}).</translation>
    </message>
    <message>
        <source>There is text before the title.</source>
        <translation>Vor dem Titel steht Text.</translation>
    </message>
    <message>
        <source>There is {}.</source>
        <translation>Es gibt {}.</translation>
    </message>
    <message>
        <source>These are {} actions; at most {} are allowed.</source>
        <translation>Das sind {} Aktionen; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>These are {} numbers; at most {} are allowed.</source>
        <translation>Das sind {} Zahlen; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>They count from 0 to {}.</source>
        <translation>Sie zählen von 0 bis {}.</translation>
    </message>
    <message>
        <source>This action does not say what to do.</source>
        <translation>Diese Aktion sagt nicht, was zu tun ist.</translation>
    </message>
    <message>
        <source>This action says both &quot;{:s}&quot; and &quot;{:s}&quot;.</source>
        <translation>Diese Aktion sagt sowohl „{}“ als auch „{}“.</translation>
    </message>
    <message>
        <source>This is no PNG picture.</source>
        <translation>Das ist kein PNG-Bild.</translation>
    </message>
    <message>
        <source>This is no list of formulas.</source>
        <translation>Das ist keine Liste von Formeln.</translation>
    </message>
    <message>
        <source>This is not valid JSON ({}).</source>
        <translation>Das ist kein gültiges JSON ({}).</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>This line belongs to no option.</source>
        <translation>Diese Zeile gehört zu keiner Antwort.</translation>
    </message>
    <message>
        <source>This line is not UTF-8.</source>
        <translation>Diese Zeile ist kein UTF-8.</translation>
    </message>
    <message>
        <source>This option has no id.</source>
        <translation>Diese Antwort hat keine ID.</translation>
    </message>
    <message>
        <source>This sign has no meaning here.</source>
        <translation>Dieses Zeichen hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>This {} has no id.</source>
        <translation>Hier fehlt die ID: {}.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Type some, or paste them from a table. In a text: </source>
        <translation>Tippe welche ein, oder füge sie aus einer Tabelle ein. In einem Text: </translation>
    </message>
    <message>
        <source>Use a newer version to go on with it; the file is left as it is.</source>
        <translation>Benutze eine neuere Version, um damit weiterzumachen; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Use data that comes with the program.</source>
        <translation>Benutze Daten, die das Programm mitbringt.</translation>
    </message>
    <message>
        <source>Weights can&apos;t be set without data to learn from.</source>
        <translation>Ohne Daten zum Lernen können keine Gewichte gesetzt werden.</translation>
    </message>
    <message>
        <source>What explains an option is indented by two spaces.</source>
        <translation>Was eine Antwort erklärt, ist um zwei Leerzeichen eingerückt.</translation>
    </message>
    <message>
        <source>What was learned here was recorded by a newer Protomind.</source>
        <translation>Was hier gelernt wurde, hat eine neuere Version von Protomind aufgeschrieben.</translation>
    </message>
    <message>
        <source>Write !=.</source>
        <translation>Schreibe !=.</translation>
    </message>
    <message>
        <source>Write *.</source>
        <translation>Schreibe *.</translation>
    </message>
    <message>
        <source>Write - with the key beside the digits.</source>
        <translation>Schreibe - mit der Taste neben den Ziffern.</translation>
    </message>
    <message>
        <source>Write 5 % as 0.05.</source>
        <translation>Schreibe 5 % als 0.05.</translation>
    </message>
    <message>
        <source>A message between the program and its session is damaged.</source>
        <translation>Eine Nachricht zwischen dem Programm und seiner Sitzung ist beschädigt.</translation>
    </message>
    <message>
        <source>A table of {} classes is too large to be read; {} are the most.</source>
        <translation>Eine Tabelle mit {} Klassen ist zu groß zum Lesen; höchstens {} gehen.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Channel {}</source>
        <translation>Kanal {}</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Choose a layer that learns, such as Dense.</source>
        <translation>Wähl eine Schicht, die lernt, zum Beispiel eine dichte Schicht.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Wähl ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Choose another split.</source>
        <translation>Wähl einen anderen Teil der Daten.</translation>
    </message>
    <message>
        <source>Choose data for it.</source>
        <translation>Wähl Daten dafür aus.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Counts which classes the network takes for which, and shows the samples behind each number.</source>
        <translation>Zählt, welche Klassen das Netz für welche hält, und zeigt die Beispiele hinter jeder Zahl.</translation>
    </message>
    <message>
        <source>Each class</source>
        <translation>Jede Klasse</translation>
    </message>
    <message>
        <source>Each picture is what a neuron looks for in an image.</source>
        <translation>Jedes Bild ist das, wonach ein Neuron in einem Bild sucht.</translation>
    </message>
    <message>
        <source>Each picture is what the network looks for in an image before it calls it that class: places that speak for it in one colour, places that speak against it in the other.</source>
        <translation>Jedes Bild ist das, wonach das Netz in einem Bild sucht, ehe es ihm diese Klasse gibt: Stellen, die dafür sprechen, in der einen Farbe, Stellen, die dagegen sprechen, in der anderen.</translation>
    </message>
    <message>
        <source>Each sample</source>
        <translation>Jedes Beispiel</translation>
    </message>
    <message>
        <source>Filter {}</source>
        <translation>Filter {}</translation>
    </message>
    <message>
        <source>For {}</source>
        <translation>Für {}</translation>
    </message>
    <message>
        <source>Forget gate</source>
        <translation>Vergesstor</translation>
    </message>
    <message>
        <source>Forget gate, backwards</source>
        <translation>Vergesstor, rückwärts</translation>
    </message>
    <message>
        <source>Grad-CAM looks at the maps of a layer, and no layer of this network gives any.</source>
        <translation>Grad-CAM betrachtet die Karten einer Schicht, und keine Schicht dieses Netzes gibt welche.</translation>
    </message>
    <message>
        <source>Gradient times input: what each part would add to the score, were the score a plain sum.</source>
        <translation>Gradient mal Eingabe: was jeder Teil zum Punktwert beitrüge, wäre dieser eine einfache Summe.</translation>
    </message>
    <message>
        <source>How it is found out what the score hangs on.</source>
        <translation>Wie herausgefunden wird, woran der Punktwert hängt.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>How many filters (or neurons) are shown at most.</source>
        <translation>Wie viele Filter (oder Neuronen) höchstens gezeigt werden.</translation>
    </message>
    <message>
        <source>How many neurons or maps of a layer are shown at most.</source>
        <translation>Wie viele Neuronen oder Karten einer Schicht höchstens gezeigt werden.</translation>
    </message>
    <message>
        <source>How many samples are shown.</source>
        <translation>Wie viele Beispiele gezeigt werden.</translation>
    </message>
    <message>
        <source>How much of the score is gone when a number is set to zero.</source>
        <translation>Wie viel vom Punktwert weg ist, wenn eine Zahl auf null gesetzt wird.</translation>
    </message>
    <message>
        <source>How much of the score is gone when a square of {} × {} around a place is covered.</source>
        <translation>Wie viel vom Punktwert weg ist, wenn um eine Stelle ein Quadrat von {} × {} verdeckt wird.</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>Input {}</source>
        <translation>Eingabe {}</translation>
    </message>
    <message>
        <source>Integrated gradients: in how many steps the way from nothing (all zeros) to the sample is gone.</source>
        <translation>Integrierte Gradienten: in wie vielen Schritten der Weg von nichts (lauter Nullen) zum Beispiel gegangen wird.</translation>
    </message>
    <message>
        <source>It is not known which classes the network tells apart.</source>
        <translation>Es ist nicht bekannt, welche Klassen das Netz unterscheidet.</translation>
    </message>
    <message>
        <source>It isn&apos;t known which samples the network has learned from: these may be among them.</source>
        <translation>Es ist nicht bekannt, aus welchen Beispielen das Netz gelernt hat: Diese können darunter sein.</translation>
    </message>
    <message>
        <source>Looked at: {}.</source>
        <translation>Betrachtet: {}.</translation>
    </message>
    <message>
        <source>Map {}</source>
        <translation>Karte {}</translation>
    </message>
    <message>
        <source>More steps bring the two closer together.</source>
        <translation>Mehr Schritte bringen die beiden näher zusammen.</translation>
    </message>
    <message>
        <source>Neuron {}</source>
        <translation>Neuron {}</translation>
    </message>
    <message>
        <source>No layer of this network has weights.</source>
        <translation>Keine Schicht dieses Netzes hat Gewichte.</translation>
    </message>
    <message>
        <source>No samples are kept aside for validation.</source>
        <translation>Für die Validierung sind keine Beispiele beiseitegelegt.</translation>
    </message>
    <message>
        <source>Noisy samples</source>
        <translation>Verrauschte Beispiele</translation>
    </message>
    <message>
        <source>None of {} samples is like that.</source>
        <translation>Keines von {} Beispielen ist so.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Occlusion: how far the square moves on at a time; at most its own side.</source>
        <translation>Verdeckung: wie weit das Quadrat jeweils weiterrückt; höchstens um die eigene Seite.</translation>
    </message>
    <message>
        <source>Occlusion: the side of the square that is covered with zeros.</source>
        <translation>Verdeckung: die Seite des Quadrats, das mit Nullen verdeckt wird.</translation>
    </message>
    <message>
        <source>Of how many of the maps before it a filter&apos;s weights are shown at most.</source>
        <translation>Für wie viele der Karten davor die Gewichte eines Filters höchstens gezeigt werden.</translation>
    </message>
    <message>
        <source>Of networks that take points: in how many places along a side of the plane is looked.</source>
        <translation>Bei Netzen, die Punkte bekommen: an wie vielen Stellen entlang einer Seite der Ebene nachgesehen wird.</translation>
    </message>
    <message>
        <source>Only samples of this class, counted from 0. -1: of all classes.</source>
        <translation>Nur Beispiele dieser Klasse, ab 0 gezählt. -1: aller Klassen.</translation>
    </message>
    <message>
        <source>Only samples that the network takes for this class, counted from 0. -1: for any.</source>
        <translation>Nur Beispiele, die das Netz für diese Klasse hält, ab 0 gezählt. -1: für irgendeine.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit (Precision)</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote (Recall)</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Scores (logits) are what comes before probabilities are made of them: the probability of a sure answer hardly moves, so its gradient would show next to nothing.</source>
        <translation>Punktwerte (Logits) sind das, was vor den Wahrscheinlichkeiten kommt: Die Wahrscheinlichkeit einer sicheren Antwort bewegt sich kaum, ihr Gradient würde also fast nichts zeigen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Shown are {} of {} filters, {} of {} channels of each.</source>
        <translation>Gezeigt werden {} von {} Filtern, von jedem {} von {} Kanälen.</translation>
    </message>
    <message>
        <source>Shows samples with what the network takes them for: the mistakes it is most sure about first.</source>
        <translation>Zeigt Beispiele mit dem, wofür das Netz sie hält: zuerst die Fehler, bei denen es sich am sichersten ist.</translation>
    </message>
    <message>
        <source>Shows what a layer has learned: filters as pictures, how its weights are spread, and how far they have come.</source>
        <translation>Zeigt, was eine Schicht gelernt hat: Filter als Bilder, wie ihre Gewichte verteilt sind und wie weit sie gekommen sind.</translation>
    </message>
    <message>
        <source>Shows what each neuron or map of a layer gives.</source>
        <translation>Zeigt, was jedes Neuron oder jede Karte einer Schicht ausgibt.</translation>
    </message>
    <message>
        <source>Shows which parts of a sample the network&apos;s answer hangs on.</source>
        <translation>Zeigt, an welchen Teilen eines Beispiels die Antwort des Netzes hängt.</translation>
    </message>
    <message>
        <source>SmoothGrad: how many noisy copies of the sample the gradient is the mean of.</source>
        <translation>SmoothGrad: über wie viele verrauschte Kopien des Beispiels der Gradient gemittelt wird.</translation>
    </message>
    <message>
        <source>SmoothGrad: the noise&apos;s standard deviation, as a share of the sample&apos;s range.</source>
        <translation>SmoothGrad: die Standardabweichung des Rauschens, als Anteil am Wertebereich des Beispiels.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>Test sample {}</source>
        <translation>Testbeispiel {}</translation>
    </message>
    <message>
        <source>The data has no test samples.</source>
        <translation>Die Daten haben keine Testbeispiele.</translation>
    </message>
    <message>
        <source>The learning curve in this project has too many figures.</source>
        <translation>Die Lernkurve in diesem Projekt hat zu viele Zahlen.</translation>
    </message>
    <message>
        <source>The mean gradient of {} copies of the sample with noise in them.</source>
        <translation>Der mittlere Gradient von {} verrauschten Kopien des Beispiels.</translation>
    </message>
    <message>
        <source>The most frequent mistake: {:s} is taken for {:s}, {} of {} times.</source>
        <translation>Der häufigste Fehler: {:s} wird für {:s} gehalten, {} von {} Mal.</translation>
    </message>
    <message>
        <source>The network does not tell classes apart: its targets are values.</source>
        <translation>Das Netz unterscheidet keine Klassen: Seine Ziele sind Werte.</translation>
    </message>
    <message>
        <source>The network gives too many numbers to explain one of them.</source>
        <translation>Das Netz gibt zu viele Zahlen aus, um eine davon zu erklären.</translation>
    </message>
    <message>
        <source>The network has learned from {} of these samples: the figures say little about samples that are new to it.</source>
        <translation>Das Netz hat aus {} dieser Beispiele gelernt: Über Beispiele, die ihm neu sind, sagen die Zahlen wenig.</translation>
    </message>
    <message>
        <source>The network has no layer of this name.</source>
        <translation>Das Netz hat keine Schicht mit diesem Namen.</translation>
    </message>
    <message>
        <source>The network takes words or symbols by their numbers, and between two of those is nothing that a score could change along.</source>
        <translation>Das Netz bekommt Wörter oder Zeichen als Nummern, und zwischen zwei davon ist nichts, woran entlang sich ein Punktwert ändern könnte.</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>Das Beispiel</translation>
    </message>
    <message>
        <source>The score of {} is {:.4g}.</source>
        <translation>Der Punktwert für {} ist {:.4g}.</translation>
    </message>
    <message>
        <source>The score of {} is {:.4g}; the network decides for {}.</source>
        <translation>Der Punktwert für {} ist {:.4g}; das Netz entscheidet sich für {}.</translation>
    </message>
    <message>
        <source>The shares add up to {:.4g}; the score rises by {:.4g} from nothing to the sample.</source>
        <translation>Die Anteile ergeben zusammen {:.4g}; der Punktwert steigt von nichts bis zum Beispiel um {:.4g}.</translation>
    </message>
    <message>
        <source>The weights as they are now, as they were before training, or what training has added.</source>
        <translation>Die Gewichte, wie sie jetzt sind, wie sie vor dem Training waren, oder was das Training dazugetan hat.</translation>
    </message>
    <message>
        <source>The wrong ones come with those first that the network was most sure about; the right ones with those first that it was least sure about.</source>
        <translation>Von den falschen kommen zuerst die, bei denen sich das Netz am sichersten war; von den richtigen zuerst die, bei denen es am unsichersten war.</translation>
    </message>
    <message>
        <source>There are no samples of this split.</source>
        <translation>In diesem Teil gibt es keine Beispiele.</translation>
    </message>
    <message>
        <source>There are no samples to try the network on.</source>
        <translation>Es gibt keine Beispiele, an denen das Netz ausprobiert werden könnte.</translation>
    </message>
    <message>
        <source>There are no training samples.</source>
        <translation>Es gibt keine Trainingsbeispiele.</translation>
    </message>
    <message>
        <source>There is no class {}: the network gives {}, counted from 0.</source>
        <translation>Eine Klasse {} gibt es nicht: Das Netz hat {}, ab 0 gezählt.</translation>
    </message>
    <message>
        <source>There is no lens of this name.</source>
        <translation>Eine Linse mit diesem Namen gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to look at the network this way.</source>
        <translation>Der Speicher reicht nicht, um das Netz so zu betrachten.</translation>
    </message>
    <message>
        <source>This layer has no weights that it weighs its inputs by.</source>
        <translation>Diese Schicht hat keine Gewichte, mit denen sie ihre Eingaben gewichtet.</translation>
    </message>
    <message>
        <source>Training sample {}</source>
        <translation>Trainingsbeispiel {}</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Wahre Klasse</translation>
    </message>
    <message>
        <source>Validation sample {}</source>
        <translation>Validierungsbeispiel {}</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>What each part adds to the score on the way from nothing to the sample, in {} steps.</source>
        <translation>Was jeder Teil auf dem Weg von nichts zum Beispiel zum Punktwert beiträgt, in {} Schritten.</translation>
    </message>
    <message>
        <source>What the score of {} hangs on</source>
        <translation>Woran der Punktwert für {} hängt</translation>
    </message>
    <message>
        <source>Where the colour is that of numbers above zero, more brightness raises the score; where it is the other one, more brightness lowers it.</source>
        <translation>Wo die Farbe für Zahlen über null steht, hebt mehr Helligkeit den Punktwert; wo es die andere ist, senkt mehr Helligkeit ihn.</translation>
    </message>
    <message>
        <source>Where the maps of {:s} speak for the class.</source>
        <translation>Wo die Karten von {:s} für die Klasse sprechen.</translation>
    </message>
    <message>
        <source>Whose score is explained, counted from 0. -1: that of the class it decides for.</source>
        <translation>Wessen Punktwert erklärt wird, ab 0 gezählt. -1: der Klasse, für die es sich entscheidet.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>class {:s}</source>
        <translation>Klasse {:s}</translation>
    </message>
    <message>
        <source>output {}</source>
        <translation>Ausgabe {}</translation>
    </message>
    <message>
        <source>samples that the network has not learned from</source>
        <translation>Beispielen, aus denen das Netz nicht gelernt hat,</translation>
    </message>
    <message>
        <source>score {:.3g}</source>
        <translation>Punktwert {:.3g}</translation>
    </message>
    <message>
        <source>test samples</source>
        <translation>Testbeispielen</translation>
    </message>
    <message>
        <source>the output</source>
        <translation>die Ausgabe</translation>
    </message>
    <message>
        <source>training samples, which the network learns from</source>
        <translation>Trainingsbeispielen, aus denen das Netz lernt,</translation>
    </message>
    <message>
        <source>true / taken for</source>
        <translation>wahr / gehalten für</translation>
    </message>
    <message>
        <source>validation samples, which are kept aside from training</source>
        <translation>Validierungsbeispielen, die beim Training beiseitegelegt sind,</translation>
    </message>
    <message>
        <source>{:s} over time: steps {} to {} across, weights {:.3g} to {:.3g} upwards</source>
        <translation>{:s} über die Zeit: Schritte {} bis {} nach rechts, Gewichte {:.3g} bis {:.3g} nach oben</translation>
    </message>
    <message>
        <source>{:s} taken for {:s} ({}; {:s} has {})</source>
        <translation>{:s} für {:s} gehalten ({}; {:s} hat {})</translation>
    </message>
    <message>
        <source>{:s}: inputs down, neurons across</source>
        <translation>{:s}: Eingaben nach unten, Neuronen nach rechts</translation>
    </message>
    <message>
        <source>{:s}: the first {} of {} are shown.</source>
        <translation>{:s}: Gezeigt werden die ersten {} von {}.</translation>
    </message>
    <message>
        <source>{:s}: {} weights. Since the start, as seed {} makes it, they have moved by {:.3g} times their length.</source>
        <translation>{:s}: {} Gewichte. Seit dem Anfang, wie ihn der Startwert {} macht, haben sie sich um das {:.3g}-Fache ihrer Länge bewegt.</translation>
    </message>
    <message>
        <source>{} of {} samples are like that; {} are shown.</source>
        <translation>{} von {} Beispielen sind so; {} werden gezeigt.</translation>
    </message>
    <message>
        <source>{} of {} {} are classified rightly ({:.1f} %).</source>
        <translation>{} von {} {} sind richtig eingeordnet ({:.1f} %).</translation>
    </message>
    <message>
        <source>{} × {} weights are too many for a picture.</source>
        <translation>{} × {} Gewichte sind zu viele für ein Bild.</translation>
    </message>
    <message>
        <source>A tensor has {} axes; at most {} are possible.</source>
        <translation>Ein Tensor hat {} Achsen; höchstens {} sind möglich.</translation>
    </message>
    <message>
        <source>A tensor would have more than 2 147 483 648 numbers, which is too large.</source>
        <translation>Ein Tensor hätte mehr als 2 147 483 648 Zahlen, das ist zu groß.</translation>
    </message>
    <message>
        <source>A tensor&apos;s size is {}; sizes can&apos;t be negative.</source>
        <translation>Eine Größe eines Tensors ist {}; Größen können nicht negativ sein.</translation>
    </message>
    <message>
        <source>The input &apos;{}&apos; is {}, but {} is needed.</source>
        <translation>Die Eingabe „{}“ ist {}, aber gebraucht wird {}.</translation>
    </message>
    <message>
        <source>The numbers of &apos;{}&apos; are {}, but the network needs {}.</source>
        <translation>Die Zahlen von „{}“ sind {}, aber das Netz braucht {}.</translation>
    </message>
    <message>
        <source>The numbers of &apos;{}&apos; hold one that is not finite (NaN or infinite).</source>
        <translation>Unter den Zahlen von „{}“ ist eine, die nicht endlich ist (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>The weights lack the numbers of &apos;{}&apos;.</source>
        <translation>Den Gewichten fehlen die Zahlen von „{}“.</translation>
    </message>
    <message>
        <source>This needs an input called &apos;{}&apos; of the size {}.</source>
        <translation>Hierfür braucht es eine Eingabe namens „{}“ der Größe {}.</translation>
    </message>
    <message>
        <source>This needs at least one of the input &apos;{}&apos;.</source>
        <translation>Hierfür braucht es wenigstens ein Beispiel in der Eingabe „{}“.</translation>
    </message>
    <message>
        <source>This needs {:.1f} GiB of memory for what lies between its layers; at most {:.0f} GiB are possible.</source>
        <translation>Das braucht {} GiB Speicher für das, was zwischen seinen Schichten liegt; möglich sind höchstens {} GiB.</translation>
    </message>
    <message>
        <source>{} and {} don&apos;t fit together: {} against {}.</source>
        <translation>{} und {} passen nicht zusammen: {} gegen {}.</translation>
    </message>
    <message>
        <source>This goes over {} numbers at once, and the device&apos;s kernels count {} at most.</source>
        <translation>Das geht über {} Zahlen auf einmal, und die Kernel des Geräts zählen höchstens {}.</translation>
    </message>
    <message>
        <source>A gradient is always one of some number: there is none here.</source>
        <translation>Ein Gradient gehört immer zu einer Zahl: hier ist keine.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Wähle eine.</translation>
    </message>
    <message>
        <source>Nothing is asked of the network.</source>
        <translation>Das Netz wird nach nichts gefragt.</translation>
    </message>
    <message>
        <source>The layer has no channel {}: it has {}.</source>
        <translation>Einen Kanal {} hat die Schicht nicht: sie hat {}.</translation>
    </message>
    <message>
        <source>The network has no layer number {}.</source>
        <translation>Eine Schicht Nummer {} hat das Netz nicht.</translation>
    </message>
    <message>
        <source>The network has no layer number {}: they are 0 to {}.</source>
        <translation>Eine Schicht Nummer {} hat das Netz nicht: es gibt 0 bis {}.</translation>
    </message>
    <message>
        <source>The network has no output {}: it has {}.</source>
        <translation>Einen Ausgang {} hat das Netz nicht: es hat {}.</translation>
    </message>
    <message>
        <source>There are {} values to predict, but the last layer gives {}.</source>
        <translation>{} Werte sind vorherzusagen, aber die letzte Schicht gibt {}.</translation>
    </message>
    <message>
        <source>There is no sample to look at.</source>
        <translation>Es gibt kein Beispiel zum Ansehen.</translation>
    </message>
    <message>
        <source>Another experiment was prepared before this was answered.</source>
        <translation>Bevor das beantwortet war, wurde ein anderes Experiment vorbereitet.</translation>
    </message>
    <message>
        <source>The lens {} has no setting of this name.</source>
        <translation>Die Linse {} hat keine Einstellung mit diesem Namen.</translation>
    </message>
    <message>
        <source>Write &lt;=.</source>
        <translation>Schreibe &lt;=.</translation>
    </message>
    <message>
        <source>Write == to compare.</source>
        <translation>Schreibe ==, um zu vergleichen.</translation>
    </message>
    <message>
        <source>Write &gt;=.</source>
        <translation>Schreibe &gt;=.</translation>
    </message>
    <message>
        <source>Write Markdown.</source>
        <translation>Schreibe Markdown.</translation>
    </message>
    <message>
        <source>Write &quot;a &lt; b and b &lt; c&quot; in place of &quot;a &lt; b &lt; c&quot;.</source>
        <translation>Schreibe „a &lt; b and b &lt; c“ statt „a &lt; b &lt; c“.</translation>
    </message>
    <message>
        <source>Write &quot;and&quot;.</source>
        <translation>Schreibe „and“.</translation>
    </message>
    <message>
        <source>Write &quot;not&quot;, or != for &quot;is not&quot;.</source>
        <translation>Schreibe „not“, oder != für „ist nicht“.</translation>
    </message>
    <message>
        <source>Write &quot;or&quot;.</source>
        <translation>Schreibe „or“.</translation>
    </message>
    <message>
        <source>Write a square as x * x.</source>
        <translation>Schreibe ein Quadrat als x * x.</translation>
    </message>
    <message>
        <source>Write a text in quotation marks: &quot;{:s}&quot;.</source>
        <translation>Schreibe einen Text in Anführungszeichen: &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>Write any(layers, type == &quot;dense&quot;), or network.layers for their number.</source>
        <translation>Schreibe any(layers, type == &quot;dense&quot;), oder network.layers für ihre Anzahl.</translation>
    </message>
    <message>
        <source>Write for example test.loss &lt; 0.1.</source>
        <translation>Schreibe zum Beispiel test.loss &lt; 0.1.</translation>
    </message>
    <message>
        <source>Write it behind the title: &quot;## By hand {#by-hand}&quot;.</source>
        <translation>Schreibe sie hinter den Titel: „## Von Hand {#by-hand}“.</translation>
    </message>
    <message>
        <source>Write it below, indented by two spaces: for who chose it.</source>
        <translation>Schreibe sie darunter, um zwei Leerzeichen eingerückt: für alle, die sie wählten.</translation>
    </message>
    <message>
        <source>Write it in braces: &quot;- {a} The line is steeper.&quot;.</source>
        <translation>Schreibe sie in geschweiften Klammern: „- {a} Die Gerade ist steiler.“.</translation>
    </message>
    <message>
        <source>Write it in letters.</source>
        <translation>Schreibe es in Buchstaben.</translation>
    </message>
    <message>
        <source>Write it in the brackets, for those who can&apos;t see it: ![A steep line](line.svg).</source>
        <translation>Schreibe es in die Klammern, für alle, die es nicht sehen können: ![Eine steile Gerade](line.svg).</translation>
    </message>
    <message>
        <source>Write it like [[-2, 3], [0, 1]].</source>
        <translation>Schreibe es wie [[-2, 3], [0, 1]].</translation>
    </message>
    <message>
        <source>Write numbers as 1, 0.5 or 1e-3.</source>
        <translation>Schreibe Zahlen als 1, 0.5 oder 1e-3.</translation>
    </message>
    <message>
        <source>Write numbers with a point: 0.5.</source>
        <translation>Schreibe Zahlen mit einem Punkt: 0.5.</translation>
    </message>
    <message>
        <source>Write one point or one comma, and no mark between thousands.</source>
        <translation>Schreibe einen Punkt oder ein Komma, und nichts zwischen die Tausender.</translation>
    </message>
    <message>
        <source>Write the one that you mean.</source>
        <translation>Schreibe die, die du meinst.</translation>
    </message>
    <message>
        <source>Write pairs as x,y with &quot;;&quot; between them: pairs?data=0,1;1,3.5</source>
        <translation>Schreibe Paare als x,y mit „;“ dazwischen: pairs?data=0,1;1,3.5</translation>
    </message>
    <message>
        <source>Write quotation marks as &quot;.</source>
        <translation>Schreibe Anführungszeichen als &quot;.</translation>
    </message>
    <message>
        <source>Write the one of lesson.json behind it: &quot;### {} {{#id}}&quot;.</source>
        <translation>Schreibe die aus lesson.json dahinter: „### {} {{#id}}“.</translation>
    </message>
    <message>
        <source>Write weight(&quot;line/kernel&quot;, 0): the layer, its variable, and which number.</source>
        <translation>Schreibe weight(&quot;line/kernel&quot;, 0): die Schicht, ihre Variable und die wievielte Zahl.</translation>
    </message>
    <message>
        <source>Write x and y in each line; where commas stand in numbers, part them by &quot;;&quot;.</source>
        <translation>Schreibe in jede Zeile x und y; wo Kommas in Zahlen stehen, trenne sie mit „;“.</translation>
    </message>
    <message>
        <source>Write {&quot;template&quot;: &quot;playground&quot;} or {&quot;network&quot;: &quot;line.json&quot;}.</source>
        <translation>Schreibe {&quot;template&quot;: &quot;playground&quot;} oder {&quot;network&quot;: &quot;line.json&quot;}.</translation>
    </message>
    <message>
        <source>Write {&quot;train&quot;: {&quot;steps&quot;: 20}} or {&quot;train&quot;: {&quot;epochs&quot;: 5}}.</source>
        <translation>Schreibe {&quot;train&quot;: {&quot;steps&quot;: 20}} oder {&quot;train&quot;: {&quot;epochs&quot;: 5}}.</translation>
    </message>
    <message>
        <source>Write {}(layers, type == &quot;dense&quot;).</source>
        <translation>Schreibe {}(layers, type == &quot;dense&quot;).</translation>
    </message>
    <message>
        <source>Write {}{}.</source>
        <translation>Schreibe {}{}.</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>XDG_DATA_HOME</source>
        <translation>XDG_DATA_HOME</translation>
    </message>
    <message>
        <source>XX</source>
        <translation>XX</translation>
    </message>
    <message>
        <source>&quot;### {}&quot; is no part of a step.</source>
        <translation>„### {}“ ist kein Teil eines Schritts.</translation>
    </message>
    <message>
        <source>&quot;#### {}&quot; is no part of a {}.</source>
        <translation>„#### {}“ gehört nicht hierher ({}).</translation>
    </message>
    <message>
        <source>&quot;check&quot; is a text in quotes, not {}.</source>
        <translation>„check“ ist ein Text in Anführungszeichen, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;layers&quot; can only stand in count, any and all.</source>
        <translation>„layers“ kann nur in count, any und all stehen.</translation>
    </message>
    <message>
        <source>&quot;network&quot; is the name of a file, not {}.</source>
        <translation>„network“ ist der Name einer Datei, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;open:{}&quot; opens nothing.</source>
        <translation>„open:{}“ öffnet nichts.</translation>
    </message>
    <message>
        <source>&quot;pairs&quot; has no option &quot;{:s}&quot;.</source>
        <translation>„pairs“ hat keine Option „{}“.</translation>
    </message>
    <message>
        <source>&quot;range&quot; is the picture&apos;s two axes, each from less to more.</source>
        <translation>„range“ sind die zwei Achsen des Bildes, jede von klein nach groß.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; belongs to a layer.</source>
        <translation>„{}“ gehört zu einer Schicht.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; belongs to no step.</source>
        <translation>„{}“ gehört zu keinem Schritt.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be an id.</source>
        <translation>„{}“ kann keine ID sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be read.</source>
        <translation>„{}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be the id of a lesson.</source>
        <translation>„{}“ kann nicht die ID einer Lektion sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be the id of a question.</source>
        <translation>„{}“ kann nicht die ID einer Frage sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be the id of a step.</source>
        <translation>„{}“ kann nicht die ID eines Schritts sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be the id of an option.</source>
        <translation>„{}“ kann nicht die ID einer Antwort sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be the name of a file of a lesson.</source>
        <translation>„{}“ kann nicht der Name einer Datei einer Lektion sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t stand here.</source>
        <translation>„{}“ kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; comes twice in &quot;needs&quot;.</source>
        <translation>„{}“ kommt in „needs“ zweimal vor.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; comes twice in &quot;{:s}&quot;.</source>
        <translation>„{}“ kommt in „{}“ zweimal vor.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; comes twice in this question.</source>
        <translation>„{}“ kommt in dieser Frage zweimal vor.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; has more than two columns.</source>
        <translation>„{}“ hat mehr als zwei Spalten.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; has more than one decimal mark.</source>
        <translation>„{}“ hat mehr als ein Dezimalzeichen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; has no meaning here.</source>
        <translation>„{}“ hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; has {} entries; at most {} are allowed.</source>
        <translation>„{}“ hat {} Einträge; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; has {} numbers here, but {} in the network.</source>
        <translation>„{}“ hat hier {} Zahlen, aber {} im Netz.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is HTML, which a lesson does not show.</source>
        <translation>„{}“ ist HTML, das eine Lektion nicht zeigt.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is a link to another place.</source>
        <translation>„{}“ ist ein Link an einen anderen Ort.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is a list in square brackets, not {}.</source>
        <translation>„{}“ ist eine Liste in eckigen Klammern, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is a list of numbers, not {}.</source>
        <translation>„{}“ ist eine Liste von Zahlen, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is a number from {:.12g} to {:.12g}, not {}.</source>
        <translation>„{}“ ist eine Zahl von {} bis {}, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is a text in quotes, not {}.</source>
        <translation>„{}“ ist ein Text in Anführungszeichen, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is a whole number from {} to {}, not {}.</source>
        <translation>„{}“ ist eine ganze Zahl von {} bis {}, nicht {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is always true.</source>
        <translation>„{}“ ist immer wahr.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is empty.</source>
        <translation>„{}“ ist leer.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is larger than {}.</source>
        <translation>„{}“ ist größer als {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is locked and hidden in the same step.</source>
        <translation>„{}“ ist im selben Schritt gesperrt und verborgen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is needed in place of &quot;{:s}&quot;.</source>
        <translation>Hier wird „{}“ statt „{}“ gebraucht.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is no SVG picture.</source>
        <translation>„{}“ ist kein SVG-Bild.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is no language of a lesson.</source>
        <translation>„{}“ ist keine Sprache einer Lektion.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is no picture that a lesson can show.</source>
        <translation>„{}“ ist kein Bild, das eine Lektion zeigen kann.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is not a file.</source>
        <translation>„{}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is not a number.</source>
        <translation>„{}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is not a pair of numbers.</source>
        <translation>„{}“ ist kein Zahlenpaar.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is not two numbers.</source>
        <translation>„{}“ sind keine zwei Zahlen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is {} bytes long; at most {} are allowed.</source>
        <translation>„{}“ ist {} Byte lang; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is {}, but &quot;{:s}&quot; is {}.</source>
        <translation>„{}“ ist {}, aber „{}“ ist {}.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is {}, but {} is needed here.</source>
        <translation>„{}“ ist {}, aber hier wird {} gebraucht.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; leads out of the lesson&apos;s folder.</source>
        <translation>„{}“ führt aus dem Ordner der Lektion hinaus.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; leads to the network, and a lesson works without.</source>
        <translation>„{}“ führt ins Internet, und eine Lektion kommt ohne aus.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; lies outside -{:.0f} to {:.0f}.</source>
        <translation>„{}“ liegt außerhalb von -{} bis {}.</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>eine Bedingung</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>ein Objekt in geschweiften Klammern</translation>
    </message>
    <message>
        <source>line {}</source>
        <translation>Zeile {}</translation>
    </message>
    <message>
        <source>pairs, pair {}</source>
        <translation>Paare, Paar {}</translation>
    </message>
    <message>
        <source>{} KiB</source>
        <translation>{} KiB</translation>
    </message>
    <message>
        <source>{} MiB</source>
        <translation>{} MiB</translation>
    </message>
    <message>
        <source>{} has no &quot;{:s}&quot;.</source>
        <translation>{} hat kein „{}“.</translation>
    </message>
    <message>
        <source>{} has no setting &quot;{:s}&quot;.</source>
        <translation>{} hat keine Einstellung „{}“.</translation>
    </message>
    <message>
        <source>{} has no use for &quot;{:s}&quot;.</source>
        <translation>{} kann mit „{}“ nichts anfangen.</translation>
    </message>
    <message>
        <source>{} is an object in braces, not {}.</source>
        <translation>{} ist ein Objekt in geschweiften Klammern, nicht {}.</translation>
    </message>
    <message>
        <source>{} is never &quot;{:s}&quot;.</source>
        <translation>{} ist nie „{}“.</translation>
    </message>
    <message>
        <source>{}There are Task, Hint, Predict and Quiz; a heading of the text has four &quot;#&quot;.</source>
        <translation>{}Es gibt Task, Hint, Predict und Quiz; eine Überschrift im Text hat vier „#“.</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>XDG_CACHE_HOME</source>
        <translation>XDG_CACHE_HOME</translation>
    </message>
    <message>
        <source>Make the batch or the layers smaller, or train on the CPU.</source>
        <translation>Mach den Batch oder die Schichten kleiner, oder trainiere auf dem Prozessor.</translation>
    </message>
    <message>
        <source>The device is not there any more.</source>
        <translation>Das Gerät ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The device&apos;s driver could not build the network&apos;s kernels.</source>
        <translation>Der Treiber des Geräts konnte die Rechenprogramme des Netzes nicht übersetzen.</translation>
    </message>
    <message>
        <source>The device&apos;s driver failed (OpenCL error {}).</source>
        <translation>Der Treiber des Geräts hat versagt (OpenCL-Fehler {}).</translation>
    </message>
    <message>
        <source>OpenCL devices on this machine, numbered from 0: {}.</source>
        <translation>OpenCL-Geräte auf diesem Rechner, gezählt ab 0: {}.</translation>
    </message>
    <message>
        <source>There is no OpenCL device on this machine.</source>
        <translation>Dieser Rechner hat kein OpenCL-Gerät.</translation>
    </message>
    <message>
        <source>There is not enough memory on this device for this network and batch.</source>
        <translation>Dieses Gerät hat für dieses Netz und diesen Batch nicht genug Speicher.</translation>
    </message>
    <message>
        <source>This network and batch need {} in one piece, and the device gives {} at most.</source>
        <translation>Dieses Netz und dieser Batch brauchen {} am Stück, und das Gerät gibt höchstens {}.</translation>
    </message>
    <message>
        <source>Train on the CPU.</source>
        <translation>Trainiere auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Use the CPU, or install the driver of your graphics card.</source>
        <translation>Nimm den Prozessor, oder installiere den Treiber deiner Grafikkarte.</translation>
    </message>
    <message>
        <source>{:.1f} MB</source>
        <translation>{:.1f} MB</translation>
    </message>
    <message>
        <source>A convolution whose filters each look at a single channel. It needs far fewer weights; a 1×1 convolution after it mixes the channels.</source>
        <translation>Eine Faltung, deren Filter jeder nur einen Kanal ansehen. Sie braucht viel weniger Gewichte; eine 1×1-Faltung danach mischt die Kanäle.</translation>
    </message>
    <message>
        <source>Adds to every step numbers that say where in the sequence it is; attention could not tell otherwise.</source>
        <translation>Zählt zu jedem Schritt Zahlen hinzu, die sagen, wo in der Folge er steht; Attention wüsste es sonst nicht.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Attention over {} is too much to keep.</source>
        <translation>Attention über {} ist zu viel für den Speicher.</translation>
    </message>
    <message>
        <source>Attention weights</source>
        <translation>Attention-Gewichte</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Cropping</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Cropping leaves nothing of its {} input.</source>
        <translation>Zuschnitt lässt von der {}-Eingabe nichts übrig.</translation>
    </message>
    <message>
        <source>Cut off less.</source>
        <translation>Schneide weniger ab.</translation>
    </message>
    <message>
        <source>Cuts the borders of an image off.</source>
        <translation>Schneidet die Ränder eines Bilds ab.</translation>
    </message>
    <message>
        <source>Depthwise convolution</source>
        <translation>Tiefenweise Faltung</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Embedding needs a list of word numbers, but gets {}.</source>
        <translation>Embedding braucht eine Liste von Wortnummern, bekommt aber {}.</translation>
    </message>
    <message>
        <source>Every step of a sequence looks at all the others, decides which of them matter to it, and takes a mean of what they have to say.</source>
        <translation>Jeder Schritt einer Folge sieht alle anderen an, entscheidet, welche für ihn zählen, und nimmt einen Mittelwert dessen, was sie zu sagen haben.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Filters per channel</source>
        <translation>Filter je Kanal</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Gaussian sampling</source>
        <translation>Zufallsziehung</translation>
    </message>
    <message>
        <source>Gives each channel of each image the mean 0 and the spread 1: brightness and contrast are gone, shapes stay.</source>
        <translation>Gibt jedem Kanal jedes Bilds den Mittelwert 0 und die Streuung 1: Helligkeit und Kontrast sind weg, Formen bleiben.</translation>
    </message>
    <message>
        <source>Gives each group of channels of each sample the mean 0 and the spread 1. Works with small batches, where batch normalisation does not.</source>
        <translation>Gibt jeder Gruppe von Kanälen jedes Beispiels den Mittelwert 0 und die Streuung 1. Das geht auch mit kleinen Batches, wo Batch-Normalisierung versagt.</translation>
    </message>
    <message>
        <source>Gives the numbers of each sample (of each step, of each pixel) the mean 0 and the spread 1, then lets the network choose both. It does not depend on the other samples.</source>
        <translation>Gibt den Zahlen jedes Beispiels (jedes Schritts, jedes Pixels) den Mittelwert 0 und die Streuung 1 und lässt das Netz dann beides wählen. Die anderen Beispiele spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Global max pooling</source>
        <translation>Globales Maximum</translation>
    </message>
    <message>
        <source>Group normalisation</source>
        <translation>Gruppennormierung</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Height and width of the small patch that a filter stamps.</source>
        <translation>Höhe und Breite des kleinen Flecks, den ein Filter stempelt.</translation>
    </message>
    <message>
        <source>How many channels the larger image has.</source>
        <translation>Wie viele Kanäle das größere Bild hat.</translation>
    </message>
    <message>
        <source>How many different words (or letters, or things) there are; they are numbered from 0.</source>
        <translation>Wie viele verschiedene Wörter (oder Buchstaben oder Dinge) es gibt; sie sind ab 0 nummeriert.</translation>
    </message>
    <message>
        <source>How many numbers stand for each of them.</source>
        <translation>Wie viele Zahlen für jedes davon stehen.</translation>
    </message>
    <message>
        <source>How many numbers the layer remembers from step to step, and gives.</source>
        <translation>Wie viele Zahlen die Schicht sich von Schritt zu Schritt merkt und ausgibt.</translation>
    </message>
    <message>
        <source>How strongly the drawn numbers are pulled towards mean 0 and spread 1; it is added to the loss.</source>
        <translation>Wie stark die gezogenen Zahlen zu Mittelwert 0 und Streuung 1 gezogen werden; das kommt zum Verlust hinzu.</translation>
    </message>
    <message>
        <source>Instance normalisation</source>
        <translation>Instanznormierung</translation>
    </message>
    <message>
        <source>Into how many groups the channels are put; each group has a mean and a spread.</source>
        <translation>In wie viele Gruppen die Kanäle kommen; jede Gruppe hat einen Mittelwert und eine Streuung.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <translation>Schichtnormierung</translation>
    </message>
    <message>
        <source>Looks up each word&apos;s row in a table. The rows are what it learns: words that are used alike get rows that are alike.</source>
        <translation>Schlägt für jedes Wort seine Zeile in einer Tabelle nach. Die Zeilen werden gelernt: Wörter, die ähnlich gebraucht werden, bekommen ähnliche Zeilen.</translation>
    </message>
    <message>
        <source>Makes an image larger without learning anything: it repeats the pixels, or blends between them.</source>
        <translation>Macht ein Bild größer, ohne etwas zu lernen: wiederholt die Pixel oder blendet zwischen ihnen über.</translation>
    </message>
    <message>
        <source>Makes an image larger: each number stamps a small filter, as strongly as it is large, and stamps that overlap add up. The filters are what it learns.</source>
        <translation>Macht ein Bild größer: Jede Zahl stempelt einen kleinen Filter, so kräftig, wie sie groß ist, und wo Stempel sich überdecken, zählen sie zusammen. Die Filter werden gelernt.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Multiplies its inputs number by number: one of them is a gate for the other. A list with a number for each channel scales the channels.</source>
        <translation>Nimmt seine Eingaben Zahl für Zahl mal: Die eine ist ein Tor für die andere. Eine Liste mit einer Zahl je Kanal streckt die Kanäle.</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Multiplikation</translation>
    </message>
    <message>
        <source>Multiply needs inputs of equal sizes, but gets {} and {}.</source>
        <translation>Multiplikation braucht Eingaben gleicher Größe, bekommt aber {} und {}.</translation>
    </message>
    <message>
        <source>Only backwards</source>
        <translation>Nur zurück</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Zug</translation>
    </message>
    <message>
        <source>Put a Reshape layer in between.</source>
        <translation>Setze eine Reshape-Schicht dazwischen.</translation>
    </message>
    <message>
        <source>Puts a border of equal pixels around an image.</source>
        <translation>Legt einen Rand aus gleichen Pixeln um ein Bild.</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>Reads a sequence step by step. What it remembers is made anew from the step and from what it remembered before.</source>
        <translation>Liest eine Folge Schritt für Schritt. Was sie sich merkt, wird jedes Mal neu aus dem Schritt und dem bisher Gemerkten gebildet.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Takes means and (logarithms of) variances, and draws a random number for each pair while training: the middle of a variational autoencoder. Afterwards it gives the means.</source>
        <translation>Nimmt Mittelwerte und (Logarithmen von) Varianzen und zieht beim Training für jedes Paar eine zufällige Zahl: die Mitte eines Variations-Autoencoders. Danach gibt es die Mittelwerte.</translation>
    </message>
    <message>
        <source>The function that every new number goes through.</source>
        <translation>Die Funktion, durch die jede neue Zahl geht.</translation>
    </message>
    <message>
        <source>The input&apos;s {} features can&apos;t be shared out evenly among {} heads.</source>
        <translation>Die {} Merkmale der Eingabe lassen sich nicht gleichmäßig auf {} Köpfe verteilen.</translation>
    </message>
    <message>
        <source>The standard deviation of the numbers that are added.</source>
        <translation>Die Standardabweichung der Zahlen, die hinzukommen.</translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <translation>Transponierte Faltung</translation>
    </message>
    <message>
        <source>Turns each channel of an image into one number, its largest: whether a pattern is anywhere at all.</source>
        <translation>Macht aus jedem Kanal eines Bilds eine einzige Zahl, seine größte: ob ein Muster überhaupt irgendwo ist.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Upsampling</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>What is known after the whole sequence was read, or after every step of it; another layer that reads sequences needs every step.</source>
        <translation>Was nach der ganzen Folge bekannt ist oder nach jedem ihrer Schritte; eine weitere Schicht, die Folgen liest, braucht jeden Schritt.</translation>
    </message>
    <message>
        <source>While training, adds a random number to each number, so that the network can&apos;t rely on exact values. Does nothing afterwards.</source>
        <translation>Zählt beim Training zu jeder Zahl eine zufällige hinzu, damit das Netz sich nicht auf genaue Werte verlassen kann. Danach tut es nichts.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>learned finds a row of numbers for every step; waves are sines and cosines of many lengths, and have nothing to learn.</source>
        <translation>„Gelernt“ findet für jeden Schritt eine Zeile von Zahlen; „Wellen“ sind Sinus und Kosinus vieler Längen und haben nichts zu lernen.</translation>
    </message>
    <message>
        <source>{} needs a sequence (steps × features), but gets {}.</source>
        <translation>{} braucht eine Folge (Schritte × Merkmale), bekommt aber {}.</translation>
    </message>
    <message>
        <source>{} reads at most {} steps, but gets {}.</source>
        <translation>{} liest höchstens {} Schritte, bekommt aber {}.</translation>
    </message>
    <message>
        <source>A batch of {} fits.</source>
        <translation>Ein Batch von {} passt.</translation>
    </message>
    <message>
        <source>Only OpenCL devices can be tuned; the CPU&apos;s library tunes itself.</source>
        <translation>Nur OpenCL-Geräte lassen sich abstimmen; die Bibliothek des Prozessors stimmt sich selbst ab.</translation>
    </message>
    <message>
        <source>See whether the folder can be written to.</source>
        <translation>Sieh nach, ob sich in den Ordner schreiben lässt.</translation>
    </message>
    <message>
        <source>This network and batch need {}, and the device has {} for them.</source>
        <translation>Dieses Netz und dieser Batch brauchen {}, und das Gerät hat dafür {}.</translation>
    </message>
    <message>
        <source>What was measured of the devices could not be kept.</source>
        <translation>Was an den Geräten gemessen wurde, ließ sich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>XDG_CONFIG_HOME</source>
        <translation>XDG_CONFIG_HOME</translation>
    </message>
    <message>
        <source>Gaussian sampling needs an even list of numbers, half of them means and half logarithms of variances, but gets {}.</source>
        <translation>Zufallsziehung braucht eine gerade Anzahl Zahlen, halb Mittelwerte, halb Logarithmen von Varianzen, bekommt aber {}.</translation>
    </message>
    <message>
        <source>A layer</source>
        <translation>Eine Schicht</translation>
    </message>
    <message>
        <source>A network</source>
        <translation>Ein Netz</translation>
    </message>
    <message>
        <source>A price on the square of weights that keeps all of them small: this number times the sum of their squares is added to the loss. Biases cost nothing.</source>
        <translation>Ein Preis auf das Quadrat der Gewichte, der sie alle klein hält: Diese Zahl mal die Summe ihrer Quadrate kommt zum Verlust hinzu. Biases kosten nichts.</translation>
    </message>
    <message>
        <source>A run has no curve &quot;{:s}&quot;.</source>
        <translation>Ein Lauf hat keine Kurve „{}“.</translation>
    </message>
    <message>
        <source>A value stands between two of them.</source>
        <translation>Ein Wert steht zwischen zweien davon.</translation>
    </message>
    <message>
        <source>A wire</source>
        <translation>Eine Verbindung</translation>
    </message>
    <message>
        <source>Add to &quot;not&quot; what a learner could do wrong, each a list of actions, which must not fulfil the check.</source>
        <translation>Nenne in &quot;not&quot;, was jemand falsch machen könnte, jedes eine Liste von Handlungen, die die Prüfung nicht erfüllen darf.</translation>
    </message>
    <message>
        <source>All weights of {:s} begin at zero, where relu has no slope: no step can ever move them.</source>
        <translation>Alle Gewichte von {} beginnen bei null, wo relu keine Steigung hat: Kein Schritt kann sie je bewegen.</translation>
    </message>
    <message>
        <source>Ask for a loss.</source>
        <translation>Frage nach einem Verlust.</translation>
    </message>
    <message>
        <source>Begin the schedule again, or set it to constant.</source>
        <translation>Beginne den Zeitplan neu, oder stelle ihn auf konstant.</translation>
    </message>
    <message>
        <source>Begins after epoch</source>
        <translation>Beginnt nach Epoche</translation>
    </message>
    <message>
        <source>Below &quot;#### Missing&quot;, write a line that begins with &quot;- &quot; for each of: {}.</source>
        <translation>Schreibe unter „#### Missing“ je eine Zeile, die mit „- “ beginnt, für: {}.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wähle einen kürzeren.</translation>
    </message>
    <message>
        <source>Each begins with &quot;- &quot;; what is said while a value isn&apos;t known is indented below.</source>
        <translation>Jeder beginnt mit „- “; was gesagt wird, solange ein Wert nicht bekannt ist, steht eingerückt darunter.</translation>
    </message>
    <message>
        <source>Each step sees itself and earlier steps only, as a network must that is to say what comes next: the softmax leaves later ones out.</source>
        <translation>Jeder Schritt sieht nur sich und frühere Schritte, wie es sein muss, wenn das Netz sagen soll, was als Nächstes kommt: Das Softmax lässt spätere aus.</translation>
    </message>
    <message>
        <source>From there on the schedule begins again, for as many epochs as training has.</source>
        <translation>Von da an beginnt der Zeitplan neu, für so viele Epochen, wie das Training hat.</translation>
    </message>
    <message>
        <source>Give the step &quot;show&quot;, or a task with a solution.</source>
        <translation>Gib der Seite &quot;show&quot;, oder eine Aufgabe mit Lösung.</translation>
    </message>
    <message>
        <source>Give the step &quot;training&quot;: {&quot;validation&quot;: 0.2}.</source>
        <translation>Gib der Seite &quot;training&quot;: {&quot;validation&quot;: 0.2}.</translation>
    </message>
    <message>
        <source>Give the step its &quot;scene&quot;, or point elsewhere.</source>
        <translation>Gib der Seite ihre &quot;scene&quot;, oder zeige woandershin.</translation>
    </message>
    <message>
        <source>How many patterns to look for in each channel: m in the formula.</source>
        <translation>Wie viele Muster in jedem Kanal gesucht werden: m in der Formel.</translation>
    </message>
    <message>
        <source>How many pixels apart the filters are stamped, s in the formula; the image grows by this factor.</source>
        <translation>Wie viele Pixel die Stempel auseinander liegen, s in der Formel; um diesen Faktor wächst das Bild.</translation>
    </message>
    <message>
        <source>How many pixels are cut off at the top (t in the formula), at the bottom, on the left (l) and on the right.</source>
        <translation>Wie viele Pixel oben (t in der Formel), unten, links (l) und rechts abgeschnitten werden.</translation>
    </message>
    <message>
        <source>How many pixels are put on at the top (t in the formula), at the bottom, on the left (l) and on the right.</source>
        <translation>Wie viele Pixel oben (t in der Formel), unten, links (l) und rechts angesetzt werden.</translation>
    </message>
    <message>
        <source>How many pixels the filter moves on at a time, down and to the right: s in the formula.</source>
        <translation>Um wie viele Pixel der Filter jeweils weiterrückt, nach unten und nach rechts: s in der Formel.</translation>
    </message>
    <message>
        <source>How many pixels the window moves on at a time, down and to the right: s in the formula.</source>
        <translation>Um wie viele Pixel das Fenster jeweils weiterrückt, nach unten und nach rechts: s in der Formel.</translation>
    </message>
    <message>
        <source>How many times higher and wider the image becomes: s in the formula.</source>
        <translation>Wievielmal höher und breiter das Bild wird: s in der Formel.</translation>
    </message>
    <message>
        <source>How many times the layer looks around at once, each time for something else; the features are shared out among the heads, d of them to each. What they find stands side by side in A.</source>
        <translation>Wie oft die Schicht sich zugleich umsieht, jedes Mal nach etwas anderem; die Merkmale werden auf die Köpfe verteilt, d davon an jeden. Was sie finden, steht in A nebeneinander.</translation>
    </message>
    <message>
        <source>How many times training goes through all its samples. Once they are done, Train goes on for as many again.</source>
        <translation>Wie oft das Training alle seine Beispiele durchgeht. Danach macht „Trainieren“ mit noch einmal so vielen weiter.</translation>
    </message>
    <message>
        <source>How much of the remembered mean and variance each training step keeps; the rest comes from its batch, with the variance divided by n, not by n − 1.</source>
        <translation>Wie viel von Mittelwert und Varianz im Gedächtnis jeder Trainingsschritt behält; der Rest kommt aus seinem Batch, die Varianz dabei durch n geteilt, nicht durch n − 1.</translation>
    </message>
    <message>
        <source>In the sentence, column {}: {}</source>
        <translation>Im Satz, Spalte {}: {}</translation>
    </message>
    <message>
        <source>It isn&apos;t known which samples these weights have learned from: those kept aside may be among them. Begin with fresh weights to be sure.</source>
        <translation>Es ist nicht bekannt, aus welchen Beispielen diese Gewichte gelernt haben: Die beiseitegelegten können darunter sein. Beginne mit frischen Gewichten, um sicher zu sein.</translation>
    </message>
    <message>
        <source>Kept aside: {}, not {}. These weights have learned from all other samples; begin with fresh weights to keep more aside.</source>
        <translation>Beiseitegelegt: {}, nicht {}. Aus allen anderen Beispielen haben diese Gewichte gelernt; beginne mit frischen Gewichten, um mehr beiseitezulegen.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>More than {} MiB of zeros follow the compressed data.</source>
        <translation>Auf die gepackten Daten folgen mehr als {} MiB Nullen.</translation>
    </message>
    <message>
        <source>No layer of this network has weights, so there is nothing that it could learn.</source>
        <translation>Keine Schicht dieses Netzes hat Gewichte, also gibt es nichts, was es lernen könnte.</translation>
    </message>
    <message>
        <source>No run here has a curve &quot;{:s}&quot;: nothing is kept aside.</source>
        <translation>Kein Lauf hat hier eine Kurve „{}“: Es wird nichts beiseitegelegt.</translation>
    </message>
    <message>
        <source>No run here has a curve &quot;{:s}&quot;: the data asks for numbers, not for classes.</source>
        <translation>Kein Lauf hat hier eine Kurve „{}“: Die Daten fragen nach Zahlen, nicht nach Klassen.</translation>
    </message>
    <message>
        <source>Nothing is kept aside: these weights have learned from all samples. Begin with fresh weights to keep some aside.</source>
        <translation>Nichts ist beiseitegelegt: Diese Gewichte haben aus allen Beispielen gelernt. Beginne mit frischen Gewichten, um einige beiseitezulegen.</translation>
    </message>
    <message>
        <source>Put a value of what is there now between braces.</source>
        <translation>Schreibe einen Wert, den es jetzt gibt, zwischen geschweifte Klammern.</translation>
    </message>
    <message>
        <source>Reads a second time from the end, with weights of its own and t + 1 for t − 1; there are twice as many results.</source>
        <translation>Liest ein zweites Mal vom Ende her, mit eigenen Gewichten und t + 1 statt t − 1; es gibt doppelt so viele Ergebnisse.</translation>
    </message>
    <message>
        <source>Reads a sequence step by step and has a memory that gates guard: what to write, what to forget and what to give. So it can remember for long. Each gate has a W, R and b of its own.</source>
        <translation>Liest eine Folge Schritt für Schritt und hat ein Gedächtnis, über das Tore wachen: was geschrieben, was vergessen und was ausgegeben wird. So kann sie sich lange erinnern. Jedes Tor hat sein eigenes W, R und b.</translation>
    </message>
    <message>
        <source>Reads a sequence step by step. One gate decides how much of the memory is made anew, another how much of it the new part sees: nearly an LSTM, with fewer weights. Each gate has a W, R, b and b&apos; of its own.</source>
        <translation>Liest eine Folge Schritt für Schritt. Ein Tor bestimmt, wie viel vom Gedächtnis neu gebildet wird, ein anderes, wie viel davon der neue Teil sieht: fast ein LSTM, mit weniger Gewichten. Jedes Tor hat sein eigenes W, R, b und b&apos;.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Speichere sie als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>Save under another name.</source>
        <translation>Speichere unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Set the L1 penalty to {:g}</source>
        <translation>Stelle die L1-Strafe auf {}</translation>
    </message>
    <message>
        <source>Set the L2 penalty to {:g}</source>
        <translation>Stelle die L2-Strafe auf {}</translation>
    </message>
    <message>
        <source>Set the learning rate to {:g}</source>
        <translation>Stelle die Lernrate auf {}</translation>
    </message>
    <message>
        <source>Set the schedule to constant</source>
        <translation>Stelle den Zeitplan auf konstant</translation>
    </message>
    <message>
        <source>Shifts and stretches the numbers of each channel, so that in every batch their mean is 0 and their spread 1, then lets the network choose both. Afterwards it goes by the mean and variance that it remembers. Training gets steadier and faster.</source>
        <translation>Verschiebt und streckt die Zahlen jedes Kanals, sodass in jedem Batch ihr Mittel 0 und ihre Streuung 1 ist, und lässt dann das Netz beides wählen. Danach gelten Mittelwert und Varianz, die es sich gemerkt hat. Das Training wird ruhiger und schneller.</translation>
    </message>
    <message>
        <source>Shrinks an image: each small patch becomes its average, over the n pixels of it that lie inside the image.</source>
        <translation>Verkleinert ein Bild: Aus jedem kleinen Fleck wird sein Mittelwert, über die n seiner Pixel, die im Bild liegen.</translation>
    </message>
    <message>
        <source>Splits channels and filters into this many parts that do not see each other: the formula&apos;s sum goes over the channels of the filter&apos;s own part.</source>
        <translation>Teilt Kanäle und Filter in so viele Teile, die einander nicht sehen: Die Summe der Formel geht über die Kanäle des eigenen Teils.</translation>
    </message>
    <message>
        <source>Take &quot;train&quot; or another of them out of &quot;hide&quot;.</source>
        <translation>Nimm &quot;train&quot; oder einen anderen davon aus &quot;hide&quot;.</translation>
    </message>
    <message>
        <source>Take &quot;validation.{:s}&quot;, which is measured after every epoch.</source>
        <translation>Nimm „validation.{}“, das nach jeder Epoche gemessen wird.</translation>
    </message>
    <message>
        <source>Take &quot;{:s}&quot; out of &quot;hide&quot;.</source>
        <translation>Nimm „{}“ aus &quot;hide&quot;.</translation>
    </message>
    <message>
        <source>Take it out of &quot;lock&quot;.</source>
        <translation>Nimm es aus &quot;lock&quot;.</translation>
    </message>
    <message>
        <source>Take links, pictures and formulas out.</source>
        <translation>Nimm Verweise, Bilder und Formeln heraus.</translation>
    </message>
    <message>
        <source>Take out one of the two.</source>
        <translation>Nimm eines von beiden weg.</translation>
    </message>
    <message>
        <source>The check is tried before anything was done as it is.</source>
        <translation>Die Prüfung wird schon so erprobt, bevor etwas getan ist.</translation>
    </message>
    <message>
        <source>The check of &quot;{:s}&quot; has {} parts, but there are {} sentences here.</source>
        <translation>Die Prüfung von „{}“ hat {} Teile, hier stehen aber {} Sätze.</translation>
    </message>
    <message>
        <source>The distance between the pixels that a filter looks at, d in the formula; 1 takes neighbours.</source>
        <translation>Der Abstand zwischen den Pixeln, die ein Filter ansieht, in der Formel d; 1 nimmt Nachbarn.</translation>
    </message>
    <message>
        <source>The learning rate is 0, so no step moves a weight.</source>
        <translation>Die Lernrate ist 0, also bewegt kein Schritt ein Gewicht.</translation>
    </message>
    <message>
        <source>The learning rate is {:g}, but {} works best with about {:g}: steps this long throw the weights far off.</source>
        <translation>Die Lernrate ist {}, {} arbeitet aber am besten mit etwa {}: So lange Schritte werfen die Gewichte weit weg.</translation>
    </message>
    <message>
        <source>The learning rate is {:g}, but {} works best with about {:g}: steps this short hardly move a weight.</source>
        <translation>Die Lernrate ist {}, {} arbeitet aber am besten mit etwa {}: So kurze Schritte bewegen ein Gewicht kaum.</translation>
    </message>
    <message>
        <source>The name of a layer is needed here.</source>
        <translation>Hier wird der Name einer Schicht gebraucht.</translation>
    </message>
    <message>
        <source>The name of a layer&apos;s setting is needed here.</source>
        <translation>Hier wird der Name einer Einstellung einer Schicht gebraucht.</translation>
    </message>
    <message>
        <source>The optimiser begins anew: what it remembers of earlier steps does not fit.</source>
        <translation>Der Optimierer fängt neu an: Was er sich von früheren Schritten gemerkt hat, passt nicht.</translation>
    </message>
    <message>
        <source>The samples learned from in this project are too many.</source>
        <translation>In diesem Projekt sind zu viele gelernte Beispiele vermerkt.</translation>
    </message>
    <message>
        <source>The scene is in place of the canvas on this page.</source>
        <translation>Auf dieser Seite steht die Szene anstelle der Zeichenfläche.</translation>
    </message>
    <message>
        <source>The schedule {} is over after epoch {}: the learning rate is {:g} and stays so.</source>
        <translation>Der Zeitplan {} ist nach Epoche {} zu Ende: Die Lernrate ist {} und bleibt so.</translation>
    </message>
    <message>
        <source>The schedule {} leaves less than a millionth of the learning rate after epoch {} of {}: from then on nothing is learned.</source>
        <translation>Der Zeitplan {} lässt nach Epoche {} von {} weniger als ein Millionstel der Lernrate übrig: Von da an wird nichts mehr gelernt.</translation>
    </message>
    <message>
        <source>The share of numbers that are set to zero, chosen anew at every training step: p in the formula. The others grow, so that their sum stays the same on average.</source>
        <translation>Der Anteil der Zahlen, die auf null gesetzt werden, bei jedem Trainingsschritt neu gewählt: p in der Formel. Die anderen wachsen, sodass ihre Summe im Mittel gleich bleibt.</translation>
    </message>
    <message>
        <source>The table is saved as UTF-16.</source>
        <translation>Die Tabelle ist als UTF-16 gespeichert.</translation>
    </message>
    <message>
        <source>The task is tried with {} plausible mistakes; at least {} are needed.</source>
        <translation>Die Aufgabe wird mit {} naheliegenden Fehlern erprobt; mindestens {} sind nötig.</translation>
    </message>
    <message>
        <source>The task of the step &quot;{:s}&quot; does not say what is missing.</source>
        <translation>Die Aufgabe des Schritts „{}“ sagt nicht, was fehlt.</translation>
    </message>
    <message>
        <source>The weights of {:s} and of {:s} all begin at zero, so that neither gets anything but zeros from the other: no step can ever move them.</source>
        <translation>Die Gewichte von {} und von {} beginnen alle bei null, sodass keine Schicht von der anderen etwas anderes als Nullen bekommt: Kein Schritt kann sie je bewegen.</translation>
    </message>
    <message>
        <source>There are count, any, all, weight, setting, abs, min and max.</source>
        <translation>Es gibt count, any, all, weight, setting, abs, min und max.</translation>
    </message>
    <message>
        <source>There are no rows of numbers.</source>
        <translation>Es gibt keine Zeilen mit Zahlen.</translation>
    </message>
    <message>
        <source>There is no number in this cell.</source>
        <translation>In dieser Zelle steht keine Zahl.</translation>
    </message>
    <message>
        <source>There is no scene on this page.</source>
        <translation>Auf dieser Seite ist keine Szene.</translation>
    </message>
    <message>
        <source>There is not enough memory to keep the weights.</source>
        <translation>Der Speicher reicht nicht, um die Gewichte aufzuheben.</translation>
    </message>
    <message>
        <source>There is nothing to show on this page.</source>
        <translation>Auf dieser Seite gibt es nichts vorzuführen.</translation>
    </message>
    <message>
        <source>Think of another one.</source>
        <translation>Denk dir einen anderen aus.</translation>
    </message>
    <message>
        <source>This brace is alone.</source>
        <translation>Diese Klammer steht allein.</translation>
    </message>
    <message>
        <source>This can&apos;t be done here: {}</source>
        <translation>Das geht hier nicht: {}</translation>
    </message>
    <message>
        <source>This file is write-protected.</source>
        <translation>Diese Datei ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This line belongs to no sentence.</source>
        <translation>Diese Zeile gehört zu keinem Satz.</translation>
    </message>
    <message>
        <source>This link does nothing here: {}</source>
        <translation>Dieser Verweis tut hier nichts: {}</translation>
    </message>
    <message>
        <source>This mistake comes twice.</source>
        <translation>Dieser Fehler kommt zweimal.</translation>
    </message>
    <message>
        <source>This mistake does nothing.</source>
        <translation>Dieser Fehler tut nichts.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>This sentence does not say how far it is with: {}.</source>
        <translation>Dieser Satz sagt nicht, wie weit es ist mit: {}.</translation>
    </message>
    <message>
        <source>Use a smaller network.</source>
        <translation>Nimm ein kleineres Netz.</translation>
    </message>
    <message>
        <source>What is missing is said in plain words.</source>
        <translation>Was fehlt, steht in schlichten Worten da.</translation>
    </message>
    <message>
        <source>What the new pixels are set to, where the formula finds no x.</source>
        <translation>Worauf die neuen Pixel gesetzt werden, wo die Formel kein x findet.</translation>
    </message>
    <message>
        <source>With an L1 penalty of {:g} and a learning rate of {:g}, every step takes {:g} off each weight: none is left.</source>
        <translation>Mit der L1-Strafe {} und der Lernrate {} nimmt jeder Schritt jedem Gewicht {} weg: Keines bleibt übrig.</translation>
    </message>
    <message>
        <source>With an L2 penalty of {:g} and a learning rate of {:g}, every step pulls the weights past zero, farther than they were.</source>
        <translation>Mit der L2-Strafe {} und der Lernrate {} zieht jeder Schritt die Gewichte über die Null hinaus, weiter weg als vorher.</translation>
    </message>
    <message>
        <source>Write all decimals of the table with a point, or all with a comma.</source>
        <translation>Schreibe in der Tabelle alle Dezimalzahlen mit Punkt oder alle mit Komma.</translation>
    </message>
    <message>
        <source>Write any(points, x &gt; 2 and y &gt; 2), or line.points for their number.</source>
        <translation>Schreibe any(points, x &gt; 2 and y &gt; 2), oder line.points für ihre Zahl.</translation>
    </message>
    <message>
        <source>Write setting(&quot;hidden&quot;, units): the layer, and which of its settings.</source>
        <translation>Schreibe setting(&quot;hidden&quot;, units): die Schicht, und welche ihrer Einstellungen.</translation>
    </message>
    <message>
        <source>&quot;points&quot; can only stand in count, any and all.</source>
        <translation>„points“ kann nur in count, any und all stehen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; could be {} or {}.</source>
        <translation>„{}“ könnte {} oder {} sein.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; has no curve: a test is made once, after the run.</source>
        <translation>„{}“ hat keine Kurve: Ein Test wird einmal gemacht, nach dem Lauf.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is hidden on this page, with the last of the buttons beside it.</source>
        <translation>„{}“ ist auf dieser Seite verborgen, mit dem letzten der Knöpfe daneben.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is hidden on this page.</source>
        <translation>„{}“ ist auf dieser Seite verborgen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is locked on this page.</source>
        <translation>„{}“ ist auf dieser Seite gesperrt.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is too large.</source>
        <translation>„{}“ ist zu groß.</translation>
    </message>
    <message>
        <source>nearest repeats every pixel, as the formula says; bilinear blends the pixels around the place (i + ½)/s − ½, each by how near it is.</source>
        <translation>nearest wiederholt jedes Pixel, wie die Formel sagt; bilinear mischt die Pixel um die Stelle (i + ½)/s − ½, jedes nach seiner Nähe.</translation>
    </message>
    <message>
        <source>same adds a border of zeros, so that a stride of 1 keeps height and width; valid stays inside the image. In the formula, p is what is added at the top and on the left.</source>
        <translation>same fügt einen Rand aus Nullen hinzu, sodass bei Schrittweite 1 Höhe und Breite bleiben; valid bleibt im Bild. In der Formel ist p, was oben und links hinzukommt.</translation>
    </message>
    <message>
        <source>same cuts off what sticks out at the border, so that the image grows by the stride exactly; valid keeps it. In the formula, p is what is cut off at the top and on the left.</source>
        <translation>same schneidet ab, was am Rand übersteht, sodass das Bild genau um die Schrittweite wächst; valid behält es. In der Formel ist p, was oben und links abgeschnitten wird.</translation>
    </message>
    <message>
        <source>same lets windows stick out over the border, by p in the formula at the top and on the left, so that a stride of 1 keeps height and width; what is outside does not count. valid stays inside the image.</source>
        <translation>same lässt Fenster über den Rand ragen, in der Formel oben und links um p, sodass bei Schrittweite 1 Höhe und Breite bleiben; was außerhalb liegt, zählt nicht. valid bleibt im Bild.</translation>
    </message>
    <message>
        <source>the samples not learned from</source>
        <translation>den Beispielen, aus denen nicht gelernt wurde</translation>
    </message>
    <message>
        <source>{:s} ends in relu, which gives nothing below 0, but the values of {} go from {:g} to {:g}.</source>
        <translation>{} endet mit relu und gibt nichts unter 0, die Werte von {} gehen aber von {} bis {}.</translation>
    </message>
    <message>
        <source>{:s} ends in {}, which gives numbers from {} to 1, but the values of {} go from {:g} to {:g}.</source>
        <translation>{} endet mit {} und gibt Zahlen von {} bis 1, die Werte von {} gehen aber von {} bis {}.</translation>
    </message>
    <message>
        <source>{:s} has made probabilities with {} already; {:s} squeezes them once more with {}, so that the network can never be sure.</source>
        <translation>{} hat mit {} schon Wahrscheinlichkeiten gebildet; {} staucht sie mit {} noch einmal, sodass sich das Netz nie sicher sein kann.</translation>
    </message>
    <message>
        <source>{:s} makes probabilities with {}, and {} does the same once more with what {:s} gives: the network can never be sure.</source>
        <translation>{} bildet mit {} Wahrscheinlichkeiten, und {} tut dasselbe noch einmal mit dem, was {} ausgibt: Das Netz kann sich nie sicher sein.</translation>
    </message>
    <message>
        <source>{:s} takes the mean and the spread of a single number, so it always gives the same, whatever comes in.</source>
        <translation>{} nimmt Mittelwert und Streuung einer einzigen Zahl und gibt darum immer dasselbe, was auch hereinkommt.</translation>
    </message>
    <message>
        <source>{:s} takes the mean and the spread of each batch, but a batch is a single sample: it always gives the same, and the layers before it learn nothing.</source>
        <translation>{} nimmt Mittelwert und Streuung jedes Batches, ein Batch ist aber ein einziges Beispiel: Es kommt immer dasselbe heraus, und die Schichten davor lernen nichts.</translation>
    </message>
    <message>
        <source>{} can&apos;t stand inside of another count, any or all.</source>
        <translation>{} kann nicht in einem anderen count, any oder all stehen.</translation>
    </message>
    <message>
        <source>{} is for values from 0 to 1, but those of {} go from {:g} to {:g}: it could be made smaller without end.</source>
        <translation>{} ist für Werte von 0 bis 1, die von {} gehen aber von {} bis {}: Der Verlust könnte ohne Ende kleiner werden.</translation>
    </message>
    <message>
        <source>{} samples in batches of {} leave a last batch of a single sample, of which {:s} can&apos;t take a spread: that spoils what it remembers.</source>
        <translation>{} Beispiele in Batches von {} lassen einen letzten Batch mit einem einzigen Beispiel, für das {} keine Streuung bestimmen kann: Das verdirbt, was sie sich merkt.</translation>
    </message>
    <message>
        <source>{}, column {}</source>
        <translation>{}, Spalte {}</translation>
    </message>
    <message>
        <source>A validation share of {:g} is less than one of {} samples: nothing is kept aside.</source>
        <translation>Ein Validierungsanteil von {} ist weniger als eines von {} Beispielen: Nichts wird beiseitegelegt.</translation>
    </message>
    <message>
        <source>All samples to learn from are of class {:s}: a network that never looks at them is always right.</source>
        <translation>Alle Beispiele zum Lernen sind von der Klasse {}: Ein Netz, das sie nie ansieht, hat immer recht.</translation>
    </message>
    <message>
        <source>All values to learn are {:g}: a network that never looks at the samples is always right.</source>
        <translation>Alle Werte zum Lernen sind {}: Ein Netz, das die Beispiele nie ansieht, hat immer recht.</translation>
    </message>
    <message>
        <source>Keep nothing aside</source>
        <translation>Lege nichts beiseite</translation>
    </message>
    <message>
        <source>Let {:s} begin with random weights</source>
        <translation>Lass {} mit zufälligen Gewichten beginnen</translation>
    </message>
    <message>
        <source>Set the validation share to {:g}</source>
        <translation>Stelle den Validierungsanteil auf {}</translation>
    </message>
    <message>
        <source>The schedule {}, begun again after epoch {}, leaves less than a millionth of the learning rate after epoch {} of {}: from then on nothing is learned.</source>
        <translation>Der Zeitplan {}, nach Epoche {} neu begonnen, lässt nach Epoche {} von {} weniger als ein Millionstel der Lernrate übrig: Von da an wird nichts mehr gelernt.</translation>
    </message>
    <message>
        <source>&apos;{:s}&apos; is no name for a phase of training: there is a / in it.</source>
        <translation>„{}“ ist kein Name für eine Phase des Trainings: Es steht ein / darin.</translation>
    </message>
    <message>
        <source>A recipe for training has at least one phase.</source>
        <translation>Ein Trainingsrezept hat mindestens eine Phase.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Output gate</source>
        <translation>Ausgangstor</translation>
    </message>
    <message>
        <source>Output gate, backwards</source>
        <translation>Ausgangstor, rückwärts</translation>
    </message>
    <message>
        <source>Set {} to {}</source>
        <translation>{} auf {} setzen</translation>
    </message>
    <message>
        <source>The phases of training have more than {} steps.</source>
        <translation>Die Phasen des Trainings haben mehr als {} Schritte.</translation>
    </message>
    <message>
        <source>There is no optimiser called &apos;{:s}&apos;.</source>
        <translation>Einen Optimierer namens „{}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Two phases of training are called &apos;{:s}&apos;.</source>
        <translation>Zwei Phasen des Trainings heißen „{}“.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>{:s} → {:s} ({})</source>
        <translation>{} → {} ({})</translation>
    </message>
    <message>
        <source>A recipe for training has at most {} phases.</source>
        <translation>Ein Trainingsrezept hat höchstens {} Phasen.</translation>
    </message>
    <message>
        <source>The name of a phase of training has at most {} letters.</source>
        <translation>Der Name einer Phase des Trainings hat höchstens {} Buchstaben.</translation>
    </message>
    <message>
        <source>    return </source>
        <translation>    return </translation>
    </message>
    <message>
        <source> font-weight=&quot;bold&quot;</source>
        <translation> font-weight=&quot;bold&quot;</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 Zahl</translation>
    </message>
    <message>
        <source>: a network from </source>
        <translation>: a network from </translation>
    </message>
    <message>
        <source>A PDF can&apos;t be written here.</source>
        <translation>Ein PDF lässt sich hier nicht schreiben.</translation>
    </message>
    <message>
        <source>A few are shown as pictures.</source>
        <translation>Einige werden als Bilder gezeigt.</translation>
    </message>
    <message>
        <source>A file may have been copied in part only.</source>
        <translation>Eine Datei wurde vielleicht nur zum Teil kopiert.</translation>
    </message>
    <message>
        <source>A file of this kind holds weights alone, without a network.</source>
        <translation>Eine Datei dieser Art enthält nur Gewichte, ohne ein Netz.</translation>
    </message>
    <message>
        <source>A folder with the network as Python code, its weights, and scripts that use it and train it on.</source>
        <translation>Ein Ordner mit dem Netz als Python-Code, seinen Gewichten und Skripten, die es benutzen und weitertrainieren.</translation>
    </message>
    <message>
        <source>A folder with the network for the browser, and a page that runs it without internet.</source>
        <translation>Ein Ordner mit dem Netz für den Browser und einer Seite, auf der es ohne Internet läuft.</translation>
    </message>
    <message>
        <source>A group of the weights manifest has no paths, or no weights.</source>
        <translation>Eine Gruppe im Verzeichnis der Gewichte hat keine Pfade oder keine Gewichte.</translation>
    </message>
    <message>
        <source>A group of weights has more than {} entries.</source>
        <translation>Eine Gruppe von Gewichten hat mehr als {} Einträge.</translation>
    </message>
    <message>
        <source>A key of the metadata is not valid UTF-8.</source>
        <translation>Ein Schlüssel der Metadaten ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>A name in the file is {} bytes long; at most {} are possible.</source>
        <translation>Ein Name in der Datei ist {} Bytes lang; höchstens {} sind möglich.</translation>
    </message>
    <message>
        <source>A network with fewer weights or shorter sequences needs less.</source>
        <translation>Ein Netz mit weniger Gewichten oder kürzeren Folgen braucht weniger.</translation>
    </message>
    <message>
        <source>A neural network</source>
        <translation>Ein neuronales Netz</translation>
    </message>
    <message>
        <source>A page about the network and its training, to read, print or hand in.</source>
        <translation>Eine Seite über das Netz und sein Training, zum Lesen, Drucken oder Abgeben.</translation>
    </message>
    <message>
        <source>A path of the weights manifest is no text.</source>
        <translation>Ein Pfad im Verzeichnis der Gewichte ist kein Text.</translation>
    </message>
    <message>
        <source>A point on the dashed line is answered exactly right. Points above it got too large a number, points below it too small a one.</source>
        <translation>Ein Punkt auf der gestrichelten Linie ist genau richtig beantwortet. Punkte darüber bekamen eine zu große Zahl, Punkte darunter eine zu kleine.</translation>
    </message>
    <message>
        <source>A report tells of them and does not hold them: keep the project.</source>
        <translation>Ein Bericht erzählt von ihnen und enthält sie nicht: Heb das Projekt auf.</translation>
    </message>
    <message>
        <source>A sample goes in at the first card; what comes out of the last one is the network&apos;s answer.</source>
        <translation>Ein Beispiel geht bei der ersten Karte hinein; was aus der letzten herauskommt, ist die Antwort des Netzes.</translation>
    </message>
    <message>
        <source>A weight claims more numbers than the file has.</source>
        <translation>Ein Gewicht gibt mehr Zahlen an, als die Datei hat.</translation>
    </message>
    <message>
        <source>A weight has no numbers, or far too many.</source>
        <translation>Ein Gewicht hat keine Zahlen, oder viel zu viele.</translation>
    </message>
    <message>
        <source>A weight has {} axes; at most {} are allowed.</source>
        <translation>Ein Gewicht hat {} Achsen; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>A weight is a link to somewhere else, which is not followed.</source>
        <translation>Ein Gewicht ist ein Verweis auf eine andere Stelle; ihm wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>A weight is kept in another file, which is not opened.</source>
        <translation>Ein Gewicht liegt in einer anderen Datei; sie wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>A weight is kept in pieces that are far too large.</source>
        <translation>Ein Gewicht ist in viel zu großen Stücken abgelegt.</translation>
    </message>
    <message>
        <source>A weight is no list of plain numbers.</source>
        <translation>Ein Gewicht ist keine Liste einfacher Zahlen.</translation>
    </message>
    <message>
        <source>A weight is packed in an unusual way; only gzip is read.</source>
        <translation>Ein Gewicht ist auf ungewöhnliche Weise gepackt; nur gzip wird gelesen.</translation>
    </message>
    <message>
        <source>A weight of the weights manifest has no name.</source>
        <translation>Ein Gewicht im Verzeichnis der Gewichte hat keinen Namen.</translation>
    </message>
    <message>
        <source>A weight of {:s} is no number.</source>
        <translation>Ein Gewicht von {:s} ist keine Zahl.</translation>
    </message>
    <message>
        <source>A word alone is a right answer; an arrow leads from what it is to what the network took it for. The number is how sure the network was. It can be very sure and wrong: look at those samples, and ask whether you would have known better.</source>
        <translation>Ein Wort allein ist eine richtige Antwort; ein Pfeil führt von dem, was es ist, zu dem, wofür das Netz es hielt. Die Zahl sagt, wie sicher sich das Netz war. Es kann sich sehr sicher sein und trotzdem falsch liegen: Sieh dir diese Beispiele an, und frag dich, ob du es besser gewusst hättest.</translation>
    </message>
    <message>
        <source>ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/</source>
        <translation>ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy is the share of the samples that the network got right; compare it with what you would get by always giving the same answer. Only samples that it has not learned from say how good it is: everybody can give an answer that they have been told before. So a test is made once, at the end.</source>
        <translation>Die Genauigkeit ist der Anteil der Beispiele, bei denen das Netz richtig lag; vergleiche sie mit dem, was du bekämst, wenn du immer dieselbe Antwort gäbst. Nur Beispiele, aus denen es nicht gelernt hat, sagen, wie gut es ist: Eine Antwort geben, die man vorher gesagt bekam, kann jeder. Darum wird einmal getestet, ganz am Ende.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>All files of the network belong into one folder.</source>
        <translation>Alle Dateien des Netzes gehören in einen Ordner.</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles zusammen</translation>
    </message>
    <message>
        <source>All places are computed, and a pooling of single pixels picks some of them.</source>
        <translation>Alle Stellen werden berechnet, und ein Pooling über einzelne Pixel wählt einige davon aus.</translation>
    </message>
    <message>
        <source>Always saying the most frequent class</source>
        <translation>Immer die häufigste Klasse nennen</translation>
    </message>
    <message>
        <source>An entry of the archive has a name of {} bytes; 1 to {} are allowed.</source>
        <translation>Ein Eintrag des Archivs hat einen Namen von {} Bytes; erlaubt sind 1 bis {}.</translation>
    </message>
    <message>
        <source>An entry of the archive has a name that could lead out of it.</source>
        <translation>Ein Eintrag des Archivs hat einen Namen, der aus ihm hinausführen könnte.</translation>
    </message>
    <message>
        <source>An entry of the archive is a link, or no file at all.</source>
        <translation>Ein Eintrag des Archivs ist ein Verweis, oder gar keine Datei.</translation>
    </message>
    <message>
        <source>An entry of the archive is an archive itself.</source>
        <translation>Ein Eintrag des Archivs ist selbst ein Archiv.</translation>
    </message>
    <message>
        <source>An entry of the archive is damaged.</source>
        <translation>Ein Eintrag des Archivs ist beschädigt.</translation>
    </message>
    <message>
        <source>An entry of the archive is encrypted.</source>
        <translation>Ein Eintrag des Archivs ist verschlüsselt.</translation>
    </message>
    <message>
        <source>An entry of the archive is packed in an unusual way.</source>
        <translation>Ein Eintrag des Archivs ist auf ungewöhnliche Weise gepackt.</translation>
    </message>
    <message>
        <source>An entry of the archive is too large.</source>
        <translation>Ein Eintrag des Archivs ist zu groß.</translation>
    </message>
    <message>
        <source>An entry of the archive unpacks to more than {} times its size.</source>
        <translation>Ein Eintrag des Archivs wird beim Entpacken mehr als {} Mal so groß.</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <source>Attention is possible of a sequence to itself alone, with its features shared out evenly among the heads.</source>
        <translation>Attention ist nur von einer Folge auf sich selbst möglich, mit gleichmäßig auf die Köpfe verteilten Merkmalen.</translation>
    </message>
    <message>
        <source>Attention of queries, keys and values</source>
        <translation>Attention aus Anfragen, Schlüsseln und Werten</translation>
    </message>
    <message>
        <source>AveragePool</source>
        <translation>AveragePool</translation>
    </message>
    <message>
        <source>AveragePooling2D</source>
        <translation>AveragePooling2D</translation>
    </message>
    <message>
        <source>BF16</source>
        <translation>BF16</translation>
    </message>
    <message>
        <source>BFLOAT16</source>
        <translation>BFLOAT16</translation>
    </message>
    <message>
        <source>BOOL</source>
        <translation>BOOL</translation>
    </message>
    <message>
        <source>BatchNormalization</source>
        <translation>BatchNormalization</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>Bidirectional</translation>
    </message>
    <message>
        <source>Cast</source>
        <translation>Cast</translation>
    </message>
    <message>
        <source>Cell state</source>
        <translation>Zellzustand</translation>
    </message>
    <message>
        <source>Cell state, backwards</source>
        <translation>Zellzustand, rückwärts</translation>
    </message>
    <message>
        <source>Celu</source>
        <translation>Celu</translation>
    </message>
    <message>
        <source>Channels come first: channels × height × width.</source>
        <translation>Die Kanäle kommen zuerst: Kanäle × Höhe × Breite.</translation>
    </message>
    <message>
        <source>Choose nearest as its method.</source>
        <translation>Wähl nearest als Verfahren.</translation>
    </message>
    <message>
        <source>Chosen to suit the data</source>
        <translation>Passend zu den Daten gewählt</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Concat</source>
        <translation>Concat</translation>
    </message>
    <message>
        <source>ConstantOfShape</source>
        <translation>ConstantOfShape</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>Conv</translation>
    </message>
    <message>
        <source>Conv2D</source>
        <translation>Conv2D</translation>
    </message>
    <message>
        <source>Conv2DTranspose</source>
        <translation>Conv2DTranspose</translation>
    </message>
    <message>
        <source>ConvTranspose</source>
        <translation>ConvTranspose</translation>
    </message>
    <message>
        <source>Convert the network again as a layers model (tensorflowjs_converter --output_format=tfjs_layers_model).</source>
        <translation>Wandle das Netz noch einmal um, als Layers-Modell (tensorflowjs_converter --output_format=tfjs_layers_model).</translation>
    </message>
    <message>
        <source>Cropping2D</source>
        <translation>Cropping2D</translation>
    </message>
    <message>
        <source>DOUBLE</source>
        <translation>DOUBLE</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data and settings</source>
        <translation>Daten und Einstellungen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>DepthwiseConv2D</source>
        <translation>DepthwiseConv2D</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Div</source>
        <translation>Div</translation>
    </message>
    <message>
        <source>Don&apos;t open it in other programs either.</source>
        <translation>Öffne es auch nicht in anderen Programmen.</translation>
    </message>
    <message>
        <source>Drawing, settings and figures</source>
        <translation>Zeichnung, Einstellungen und Zahlen</translation>
    </message>
    <message>
        <source>Dropout, noise and sampling</source>
        <translation>Dropout, Rauschen und Zufallsziehung</translation>
    </message>
    <message>
        <source>Each card is a layer: numbers come in on its left and go out on its right, and its last line says how many.</source>
        <translation>Jede Karte ist eine Schicht: Zahlen kommen links herein und gehen rechts hinaus, und die letzte Zeile sagt, wie viele.</translation>
    </message>
    <message>
        <source>EinsumDense</source>
        <translation>EinsumDense</translation>
    </message>
    <message>
        <source>Elu</source>
        <translation>Elu</translation>
    </message>
    <message>
        <source>Entries of the archive lie in each other, as in a ZIP bomb.</source>
        <translation>Einträge des Archivs liegen ineinander, wie in einer ZIP-Bombe.</translation>
    </message>
    <message>
        <source>Epochs done</source>
        <translation>Epochen erledigt</translation>
    </message>
    <message>
        <source>Epochs planned</source>
        <translation>Epochen geplant</translation>
    </message>
    <message>
        <source>Erf</source>
        <translation>Erf</translation>
    </message>
    <message>
        <source>FLOAT</source>
        <translation>FLOAT</translation>
    </message>
    <message>
        <source>FLOAT16</source>
        <translation>FLOAT16</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Fixed factors and sums</source>
        <translation>Feste Faktoren und Summanden</translation>
    </message>
    <message>
        <source>Functional</source>
        <translation>Functional</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>Gather</translation>
    </message>
    <message>
        <source>GaussianNoise</source>
        <translation>GaussianNoise</translation>
    </message>
    <message>
        <source>Gelu</source>
        <translation>Gelu</translation>
    </message>
    <message>
        <source>Gemm</source>
        <translation>Gemm</translation>
    </message>
    <message>
        <source>GlobalAveragePool</source>
        <translation>GlobalAveragePool</translation>
    </message>
    <message>
        <source>GlobalAveragePooling</source>
        <translation>GlobalAveragePooling</translation>
    </message>
    <message>
        <source>GlobalAveragePooling1D</source>
        <translation>GlobalAveragePooling1D</translation>
    </message>
    <message>
        <source>GlobalAveragePooling2D</source>
        <translation>GlobalAveragePooling2D</translation>
    </message>
    <message>
        <source>GlobalMax</source>
        <translation>GlobalMax</translation>
    </message>
    <message>
        <source>GlobalMaxPool</source>
        <translation>GlobalMaxPool</translation>
    </message>
    <message>
        <source>GlobalMaxPooling</source>
        <translation>GlobalMaxPooling</translation>
    </message>
    <message>
        <source>GlobalMaxPooling1D</source>
        <translation>GlobalMaxPooling1D</translation>
    </message>
    <message>
        <source>GlobalMaxPooling2D</source>
        <translation>GlobalMaxPooling2D</translation>
    </message>
    <message>
        <source>GroupNormalization</source>
        <translation>GroupNormalization</translation>
    </message>
    <message>
        <source>Groups of channels</source>
        <translation>Gruppen von Kanälen</translation>
    </message>
    <message>
        <source>Groups of weights are nested more than {} deep.</source>
        <translation>Gruppen von Gewichten sind mehr als {} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>HDF5_PLUGIN_PRELOAD=::</source>
        <translation>HDF5_PLUGIN_PRELOAD=::</translation>
    </message>
    <message>
        <source>Here {:s} is an image of {} rows and {} columns, with {} at each place.</source>
        <translation>Hier ist {:s} ein Bild aus {} Zeilen und {} Spalten; an jedem Platz: {}.</translation>
    </message>
    <message>
        <source>Hidden part</source>
        <translation>Verborgener Teil</translation>
    </message>
    <message>
        <source>Hidden part, backwards</source>
        <translation>Verborgener Teil, rückwärts</translation>
    </message>
    <message>
        <source>Hidden state</source>
        <translation>Verborgener Zustand</translation>
    </message>
    <message>
        <source>Hidden state, backwards</source>
        <translation>Verborgener Zustand, rückwärts</translation>
    </message>
    <message>
        <source>How it was trained</source>
        <translation>Wie es trainiert wurde</translation>
    </message>
    <message>
        <source>How it would be trained</source>
        <translation>Wie es trainiert würde</translation>
    </message>
    <message>
        <source>How to train it</source>
        <translation>Wie es trainiert wird</translation>
    </message>
    <message>
        <source>INT16</source>
        <translation>INT16</translation>
    </message>
    <message>
        <source>INT32</source>
        <translation>INT32</translation>
    </message>
    <message>
        <source>INT64</source>
        <translation>INT64</translation>
    </message>
    <message>
        <source>INT8</source>
        <translation>INT8</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>In Python, load it with keras.models.load_model and save it as .keras.</source>
        <translation>Lade es in Python mit keras.models.load_model und speichere es als .keras.</translation>
    </message>
    <message>
        <source>In Python, safetensors.numpy.load_file gives the weights by name. Into a network that has layers of the same names they are taken again by: protomind import FILE --into PROJECT</source>
        <translation>In Python gibt safetensors.numpy.load_file die Gewichte nach Namen. In ein Netz, das Schichten mit denselben Namen hat, holt sie wieder: protomind import FILE --into PROJECT</translation>
    </message>
    <message>
        <source>In Python, save the weights with safetensors.torch.save_file, or the network with torch.onnx.export.</source>
        <translation>Speichere in Python die Gewichte mit safetensors.torch.save_file oder das Netz mit torch.onnx.export.</translation>
    </message>
    <message>
        <source>In Python: keras.saving.load_model(&quot;network.keras&quot;).</source>
        <translation>In Python: keras.saving.load_model(&quot;network.keras&quot;).</translation>
    </message>
    <message>
        <source>In Python: onnxruntime.InferenceSession(file).run(None, {name of the input: samples}). To look at it, open it in Netron.</source>
        <translation>In Python: onnxruntime.InferenceSession(file).run(None, {Name der Eingabe: Beispiele}). Zum Ansehen öffne es in Netron.</translation>
    </message>
    <message>
        <source>In the first table a row is what samples really are, and a column what the network took them for: on the diagonal it was right, everywhere else it was wrong. Precision: of all samples that it took for a class, the share that really are of it. Recall: of all samples of a class, the share that it found. F1 is one number for both, and is high only where both are.</source>
        <translation>In der ersten Tabelle steht eine Zeile für das, was Beispiele wirklich sind, und eine Spalte für das, wofür das Netz sie hielt: Auf der Diagonale lag es richtig, überall sonst falsch. Genauigkeit (Precision): von allen Beispielen, die es für eine Klasse hielt, der Anteil, der wirklich zu ihr gehört. Trefferquote (Recall): von allen Beispielen einer Klasse der Anteil, den es gefunden hat. F1 ist eine Zahl für beides und nur dann hoch, wenn beide es sind.</translation>
    </message>
    <message>
        <source>In the folder: python3 predict.py FILE asks the network, python3 train.py goes on with training.</source>
        <translation>Im Ordner: python3 predict.py FILE fragt das Netz, python3 train.py trainiert weiter.</translation>
    </message>
    <message>
        <source>InputLayer</source>
        <translation>InputLayer</translation>
    </message>
    <message>
        <source>Install Protomind anew.</source>
        <translation>Installiere Protomind neu.</translation>
    </message>
    <message>
        <source>InstanceNormalization</source>
        <translation>InstanceNormalization</translation>
    </message>
    <message>
        <source>It dropped whole channels and now drops single numbers; after training there is no difference.</source>
        <translation>Sie ließ ganze Kanäle weg und lässt nun einzelne Zahlen weg; nach dem Training macht das keinen Unterschied.</translation>
    </message>
    <message>
        <source>It gives the means in training too, and pulls at nothing.</source>
        <translation>Sie gibt auch beim Training die Mittelwerte und zieht sie nirgendwohin.</translation>
    </message>
    <message>
        <source>It has weights of {}, but its sizes ask for {}.</source>
        <translation>Die Gewichte hier haben die Form {}, die Größen verlangen aber {}.</translation>
    </message>
    <message>
        <source>It has {:s} = {:s}, which is not known here.</source>
        <translation>Diese Schicht hat {:s} = {:s}, und das ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>It is a Lambda layer: it holds a program, which is not run.</source>
        <translation>Das ist eine Lambda-Schicht: Sie enthält ein Programm, und das wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It is a whole network within the network, which is not possible here.</source>
        <translation>Das ist ein ganzes Netz im Netz, und das geht hier nicht.</translation>
    </message>
    <message>
        <source>It is given nothing, or is an input and given something.</source>
        <translation>Diese Schicht bekommt nichts, oder sie ist eine Eingabe und bekommt doch etwas.</translation>
    </message>
    <message>
        <source>It is given something that is no output of a layer.</source>
        <translation>Diese Schicht bekommt etwas, das keine Schicht ausgibt.</translation>
    </message>
    <message>
        <source>It is given {} inputs, which is not possible here.</source>
        <translation>Die Zahl ihrer Eingaben ist {}, und das geht hier nicht.</translation>
    </message>
    <message>
        <source>It is larger than {} MiB.</source>
        <translation>Das ist größer als {} MiB.</translation>
    </message>
    <message>
        <source>It is not trained yet.</source>
        <translation>Es ist noch nicht trainiert.</translation>
    </message>
    <message>
        <source>It is of the kind {:s}, which is not known here.</source>
        <translation>Diese Schicht ist von der Art {:s}, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>It is of the kind {:s}, which is not one of Keras&apos; own.</source>
        <translation>Diese Schicht ist von der Art {:s}, die nicht von Keras selbst kommt.</translation>
    </message>
    <message>
        <source>It is trained.</source>
        <translation>Es ist trainiert.</translation>
    </message>
    <message>
        <source>It is used more than once, which no layer is here.</source>
        <translation>Diese Schicht wird mehr als einmal benutzt, und das wird hier keine.</translation>
    </message>
    <message>
        <source>It multiplies each step with numbers of its own, which no layer here does.</source>
        <translation>Diese Schicht multipliziert jeden Schritt mit eigenen Zahlen, und das tut hier keine.</translation>
    </message>
    <message>
        <source>It needs an image (height × width × channels), but gets {}.</source>
        <translation>Diese Schicht braucht ein Bild (Höhe × Breite × Kanäle), bekommt aber {}.</translation>
    </message>
    <message>
        <source>It reads what a layer gives that is used more than once, or gives several things.</source>
        <translation>Hier wird gelesen, was eine Schicht gibt, die mehr als einmal benutzt wird oder mehreres gibt.</translation>
    </message>
    <message>
        <source>It rescales numbers, which no layer here does by itself.</source>
        <translation>Diese Schicht skaliert Zahlen, und das tut hier keine für sich allein.</translation>
    </message>
    <message>
        <source>Its answer to every number</source>
        <translation>Seine Antwort auf jede Zahl</translation>
    </message>
    <message>
        <source>Its numbers are no longer those of groups that do not see each other.</source>
        <translation>Die Zahlen dieser Schicht sind nicht mehr die von Gruppen, die einander nicht sehen.</translation>
    </message>
    <message>
        <source>Its numbers are of the kind {:s}, but only whole ones make sense here.</source>
        <translation>Die Zahlen sind von der Art {:s}, aber nur ganze sind hier sinnvoll.</translation>
    </message>
    <message>
        <source>Its numbers lie in another file, {:s}. Only a file beside it that is called as itself, with .data behind, is read.</source>
        <translation>Die Zahlen liegen in einer anderen Datei, {:s}. Gelesen wird nur eine Datei daneben, die genauso heißt, mit .data dahinter.</translation>
    </message>
    <message>
        <source>Its numbers lie in the file {:s} beside it, which can&apos;t be read: it is missing, a link, or no plain file.</source>
        <translation>Die Zahlen liegen in der Datei {:s} daneben, und die lässt sich nicht lesen: Sie fehlt, ist ein Link oder keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Its weight &quot;{:s}&quot; holds something that is not a number.</source>
        <translation>Das Gewicht „{:s}“ enthält etwas, das keine Zahl ist.</translation>
    </message>
    <message>
        <source>Its weight &quot;{:s}&quot; is not in the file.</source>
        <translation>Das Gewicht „{:s}“ ist nicht in der Datei.</translation>
    </message>
    <message>
        <source>Its {:s} is not in the file ({:s}).</source>
        <translation>{:s} ist nicht in der Datei ({:s}).</translation>
    </message>
    <message>
        <source>Its {:s} is {}, but should be {}.</source>
        <translation>{:s} hat die Form {}, sollte aber {} haben.</translation>
    </message>
    <message>
        <source>Keras</source>
        <translation>Keras</translation>
    </message>
    <message>
        <source>Keras allows letters, digits, _ and - alone; ours are kept beside.</source>
        <translation>Keras erlaubt nur Buchstaben, Ziffern, _ und -; unsere werden daneben aufgehoben.</translation>
    </message>
    <message>
        <source>Keras has no layer that adds a table: one that multiplies with 1 and adds stands for it.</source>
        <translation>Keras hat keine Schicht, die eine Tabelle addiert: An ihrer Stelle steht eine, die mit 1 multipliziert und addiert.</translation>
    </message>
    <message>
        <source>LD_LIBRARY_PATH</source>
        <translation>LD_LIBRARY_PATH</translation>
    </message>
    <message>
        <source>LD_LIBRARY_PATH=</source>
        <translation>LD_LIBRARY_PATH=</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Last activation</source>
        <translation>Letzte Aktivierung</translation>
    </message>
    <message>
        <source>LayerNormalization</source>
        <translation>LayerNormalization</translation>
    </message>
    <message>
        <source>Layers and how they are connected</source>
        <translation>Schichten und wie sie verbunden sind</translation>
    </message>
    <message>
        <source>Layers and their connections</source>
        <translation>Schichten und ihre Verbindungen</translation>
    </message>
    <message>
        <source>Layers and their weights</source>
        <translation>Schichten und ihre Gewichte</translation>
    </message>
    <message>
        <source>Layers, in the order in which they are computed</source>
        <translation>Schichten in der Reihenfolge, in der sie berechnet werden</translation>
    </message>
    <message>
        <source>Layers, their names and their weights</source>
        <translation>Schichten, ihre Namen und ihre Gewichte</translation>
    </message>
    <message>
        <source>Layers, their order and their names</source>
        <translation>Schichten, ihre Reihenfolge und ihre Namen</translation>
    </message>
    <message>
        <source>LeakyReLU</source>
        <translation>LeakyReLU</translation>
    </message>
    <message>
        <source>LeakyRelu</source>
        <translation>LeakyRelu</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>Lernkurven</translation>
    </message>
    <message>
        <source>LogSoftmax</source>
        <translation>LogSoftmax</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Loss, optimiser and metrics</source>
        <translation>Verlust, Optimierer und Messgrößen</translation>
    </message>
    <message>
        <source>Made with </source>
        <translation>Erstellt mit </translation>
    </message>
    <message>
        <source>MatMul</source>
        <translation>MatMul</translation>
    </message>
    <message>
        <source>MaxPool</source>
        <translation>MaxPool</translation>
    </message>
    <message>
        <source>MaxPooling2D</source>
        <translation>MaxPooling2D</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Mul</source>
        <translation>Mul</translation>
    </message>
    <message>
        <source>MultiHeadAttention</source>
        <translation>MultiHeadAttention</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>NOTSET</source>
        <translation>NOTSET</translation>
    </message>
    <message>
        <source>Names of classes</source>
        <translation>Namen von Klassen</translation>
    </message>
    <message>
        <source>Names of layers</source>
        <translation>Namen von Schichten</translation>
    </message>
    <message>
        <source>Names of the classes</source>
        <translation>Namen der Klassen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Nodes that the output does not need</source>
        <translation>Knoten, die die Ausgabe nicht braucht</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Not possible, because Keras has no layer like {}.</source>
        <translation>Nicht möglich, weil Keras keine Schicht wie {} hat.</translation>
    </message>
    <message>
        <source>Not possible, because TensorFlow.js blends pixels from their corners, not from their middles.</source>
        <translation>Nicht möglich, weil TensorFlow.js Pixel von ihren Ecken aus mischt, nicht von ihrer Mitte aus.</translation>
    </message>
    <message>
        <source>Not possible, because TensorFlow.js has ELU with an alpha of 1 alone.</source>
        <translation>Nicht möglich, weil TensorFlow.js ELU nur mit einem Alpha von 1 hat.</translation>
    </message>
    <message>
        <source>Not possible, because TensorFlow.js has no layer like {}.</source>
        <translation>Nicht möglich, weil TensorFlow.js keine Schicht wie {} hat.</translation>
    </message>
    <message>
        <source>Not possible, because the GRU of TensorFlow.js resets its memory before the product, not after it.</source>
        <translation>Nicht möglich, weil die GRU von TensorFlow.js ihr Gedächtnis vor dem Produkt zurücksetzt, nicht danach.</translation>
    </message>
    <message>
        <source>Nothing in the file gives its output {:s}.</source>
        <translation>Nichts in der Datei liefert die Ausgabe {:s}.</translation>
    </message>
    <message>
        <source>Numbers are taken from files as they lie there</source>
        <translation>Zahlen werden aus Dateien so übernommen, wie sie dort liegen</translation>
    </message>
    <message>
        <source>Numbers predict(const Numbers&amp; given) {
</source>
        <translation>Numbers predict(const Numbers&amp; given) {
</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>ONNX (.onnx), Keras (.keras) and TensorFlow.js (model.json) can be.</source>
        <translation>ONNX (.onnx), Keras (.keras) und TensorFlow.js (model.json) lassen sich lesen.</translation>
    </message>
    <message>
        <source>ONNX and safetensors hold larger ones.</source>
        <translation>ONNX und safetensors fassen größere.</translation>
    </message>
    <message>
        <source>Of these, learned from before</source>
        <translation>Davon schon früher gelernt</translation>
    </message>
    <message>
        <source>One file that Keras 3 opens and trains on, in Python.</source>
        <translation>Eine Datei, die Keras 3 in Python öffnet und weitertrainiert.</translation>
    </message>
    <message>
        <source>One file that ONNX Runtime and many other programs run, on servers, phones and in browsers.</source>
        <translation>Eine Datei, die ONNX Runtime und viele andere Programme ausführen, auf Servern, Handys und in Browsern.</translation>
    </message>
    <message>
        <source>One source file without dependencies that computes what the network does.</source>
        <translation>Eine Quelldatei ohne Abhängigkeiten, die berechnet, was das Netz tut.</translation>
    </message>
    <message>
        <source>Open index.html in a browser. In a program: await tf.loadLayersModel(&quot;model.json&quot;).</source>
        <translation>Öffne index.html in einem Browser. In einem Programm: await tf.loadLayersModel(&quot;model.json&quot;).</translation>
    </message>
    <message>
        <source>Open it in any browser. Everything is in the one file, and nothing is fetched from the net.</source>
        <translation>Öffne es in einem beliebigen Browser. Alles steckt in der einen Datei, und nichts wird aus dem Internet geholt.</translation>
    </message>
    <message>
        <source>Optimiser state</source>
        <translation>Zustand des Optimierers</translation>
    </message>
    <message>
        <source>Other figures</source>
        <translation>Weitere Kennzahlen</translation>
    </message>
    <message>
        <source>PK</source>
        <translation>PK</translation>
    </message>
    <message>
        <source>PRelu</source>
        <translation>PRelu</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>Pad</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters are the numbers that a network learns: its weights and biases. Multiply-adds say how much work a single sample is: so many times two numbers are multiplied and added to a sum. Layers without parameters learn nothing; they only pass on, pick or combine what they get.</source>
        <translation>Parameter sind die Zahlen, die ein Netz lernt: seine Gewichte und Bias-Werte. Rechenschritte sagen, wie viel Arbeit ein einzelnes Beispiel macht: So oft werden zwei Zahlen multipliziert und zu einer Summe addiert. Schichten ohne Parameter lernen nichts; sie geben nur weiter, wählen aus oder verbinden, was sie bekommen.</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Pixels from 0 to 255 are divided by 255. An image is {} (height × width × channels).</source>
        <translation>Pixel von 0 bis 255 werden durch 255 geteilt. Ein Bild ist {} (Höhe × Breite × Kanäle).</translation>
    </message>
    <message>
        <source>Points are what the data has, the line is what the network says. It should go through their middle and not through every single one: where points are splattered about at random, there is nothing to be learned from that.</source>
        <translation>Die Punkte sind, was die Daten haben, die Linie ist, was das Netz sagt. Sie soll mitten durch die Punkte gehen und nicht durch jeden einzelnen: Wo Punkte zufällig verstreut liegen, lässt sich daraus nichts lernen.</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>Potenzen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Programs differ on which of them counts.</source>
        <translation>Programme sind sich nicht einig, welches davon zählt.</translation>
    </message>
    <message>
        <source>Put all files of the network into one folder, and name them without folders.</source>
        <translation>Lege alle Dateien des Netzes in einen Ordner und nenne sie ohne Ordner.</translation>
    </message>
    <message>
        <source>Put keras.Input(shape) first and save it again.</source>
        <translation>Setze keras.Input(shape) an den Anfang und speichere es neu.</translation>
    </message>
    <message>
        <source>Put the file itself into the folder.</source>
        <translation>Lege die Datei selbst in den Ordner.</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>README.md</source>
        <translation>README.md</translation>
    </message>
    <message>
        <source>README.txt</source>
        <translation>README.txt</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>Zufallszahlen</translation>
    </message>
    <message>
        <source>Reading this file takes more memory than a file may.</source>
        <translation>Diese Datei zu lesen braucht mehr Speicher, als eine Datei darf.</translation>
    </message>
    <message>
        <source>Reading this file was given up after {} seconds.</source>
        <translation>Diese Datei zu lesen wurde nach {} Sekunden aufgegeben.</translation>
    </message>
    <message>
        <source>ReduceMax</source>
        <translation>ReduceMax</translation>
    </message>
    <message>
        <source>ReduceMean</source>
        <translation>ReduceMean</translation>
    </message>
    <message>
        <source>Relu</source>
        <translation>Relu</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>Rescaling</translation>
    </message>
    <message>
        <source>Reset gate</source>
        <translation>Rücksetztor</translation>
    </message>
    <message>
        <source>Reset gate, backwards</source>
        <translation>Rücksetztor, rückwärts</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Resize</translation>
    </message>
    <message>
        <source>Right, those first that it was least sure of</source>
        <translation>Richtig, zuerst die, bei denen es am unsichersten war</translation>
    </message>
    <message>
        <source>SAME_LOWER</source>
        <translation>SAME_LOWER</translation>
    </message>
    <message>
        <source>SAME_UPPER</source>
        <translation>SAME_UPPER</translation>
    </message>
    <message>
        <source>SPDX-</source>
        <translation>SPDX-</translation>
    </message>
    <message>
        <source>Safetensors</source>
        <translation>Safetensors</translation>
    </message>
    <message>
        <source>Sample: {}</source>
        <translation>Beispiel: {}</translation>
    </message>
    <message>
        <source>Save the network again with a current Keras: it writes .h5 weights.</source>
        <translation>Speichere das Netz noch einmal mit einem aktuellen Keras: Es schreibt .h5-Gewichte.</translation>
    </message>
    <message>
        <source>SeparableConv2D</source>
        <translation>SeparableConv2D</translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation>Sequential</translation>
    </message>
    <message>
        <source>Set its alpha to 1.</source>
        <translation>Setze das Alpha auf 1.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of training, and its history</source>
        <translation>Einstellungen des Trainings und sein Verlauf</translation>
    </message>
    <message>
        <source>SimpleRNN</source>
        <translation>SimpleRNN</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Slice</translation>
    </message>
    <message>
        <source>SpatialDropout1D</source>
        <translation>SpatialDropout1D</translation>
    </message>
    <message>
        <source>SpatialDropout2D</source>
        <translation>SpatialDropout2D</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Squeeze</source>
        <translation>Squeeze</translation>
    </message>
    <message>
        <source>State of the optimiser</source>
        <translation>Zustand des Optimierers</translation>
    </message>
    <message>
        <source>Stride of dilated convolutions</source>
        <translation>Schrittweite von Faltungen mit Dilatation</translation>
    </message>
    <message>
        <source>Sub</source>
        <translation>Sub</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>TZ</source>
        <translation>TZ</translation>
    </message>
    <message>
        <source>TensorFlow.js</source>
        <translation>TensorFlow.js</translation>
    </message>
    <message>
        <source>The archive has no weights: {} is missing.</source>
        <translation>Das Archiv hat keine Gewichte: {} fehlt.</translation>
    </message>
    <message>
        <source>The archive has no {:s}.</source>
        <translation>Im Archiv fehlt {:s}.</translation>
    </message>
    <message>
        <source>The archive has {} entries; at most {} are allowed.</source>
        <translation>Das Archiv hat {} Einträge; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>The archive is damaged, or it is none.</source>
        <translation>Das Archiv ist beschädigt, oder es ist keins.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than {} times its size.</source>
        <translation>Das Archiv wird beim Entpacken mehr als {}-mal so groß.</translation>
    </message>
    <message>
        <source>The archive unpacks to {} MiB; at most {} are allowed.</source>
        <translation>Das Archiv wird entpackt {} MiB groß; höchstens {} sind erlaubt.</translation>
    </message>
    <message>
        <source>The attribute {:s} of this {:s} is of another kind than ONNX says.</source>
        <translation>Das Attribut {:s} von {:s} ist hier von anderer Art, als ONNX sagt.</translation>
    </message>
    <message>
        <source>The axis is logarithmic: equal steps on it are equal factors.</source>
        <translation>Die Achse ist logarithmisch: Gleiche Schritte darauf sind gleiche Faktoren.</translation>
    </message>
    <message>
        <source>The border of max pooling</source>
        <translation>Der Rand beim Maximum-Pooling</translation>
    </message>
    <message>
        <source>The checker of ONNX refuses what was made of this network: {:s}</source>
        <translation>Die Prüfung von ONNX lehnt ab, was aus diesem Netz wurde: {:s}</translation>
    </message>
    <message>
        <source>The colour of the ground is what the network would say to a point there: the paler, the less sure it is. Where two colours meet is the border that it has found. A smooth border often does better on new points than one that bends around each single point.</source>
        <translation>Die Farbe des Grundes ist, was das Netz zu einem Punkt dort sagen würde: je blasser, desto weniger sicher ist es. Wo zwei Farben sich treffen, liegt die Grenze, die es gefunden hat. Mit einer glatten Grenze trifft es neue Punkte oft besser als mit einer, die sich um jeden einzelnen Punkt biegt.</translation>
    </message>
    <message>
        <source>The drawing of the network, layer by layer: {}.</source>
        <translation>Die Zeichnung des Netzes, Schicht für Schicht: {}.</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was changed.</source>
        <translation>Der Export wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file &quot;{:s}&quot; is not there, or can&apos;t be read.</source>
        <translation>Die Datei „{:s}“ ist nicht da oder lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read ({:s}).</source>
        <translation>Die Datei lässt sich nicht lesen ({:s}).</translation>
    </message>
    <message>
        <source>The file does not say of what sizes its input {:s} is.</source>
        <translation>Die Datei sagt nicht, welche Größen ihre Eingabe {:s} hat.</translation>
    </message>
    <message>
        <source>The file does not say what shape the network&apos;s samples have.</source>
        <translation>Die Datei sagt nicht, welche Form die Beispiele des Netzes haben.</translation>
    </message>
    <message>
        <source>The file ends before its header does.</source>
        <translation>Die Datei endet, bevor ihr Kopf endet.</translation>
    </message>
    <message>
        <source>The file ends before the numbers of the tensor &quot;{:s}&quot; do.</source>
        <translation>Die Datei endet, bevor die Zahlen des Tensors „{:s}“ enden.</translation>
    </message>
    <message>
        <source>The file has functions of its own (model-local functions), which can&apos;t be read.</source>
        <translation>Die Datei hat eigene Funktionen (model-local functions), und die lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file has more than {} numbers.</source>
        <translation>Die Datei hat mehr als {} Zahlen.</translation>
    </message>
    <message>
        <source>The file has more than {} parameters; a network here has no more.</source>
        <translation>Die Datei hat mehr als {} Parameter; mehr hat ein Netz hier nicht.</translation>
    </message>
    <message>
        <source>The file has more than {} weights.</source>
        <translation>Die Datei hat mehr als {} Gewichte.</translation>
    </message>
    <message>
        <source>The file has no description of a network.</source>
        <translation>In der Datei ist kein Netz beschrieben.</translation>
    </message>
    <message>
        <source>The file has no tensor &quot;{:s}&quot;.</source>
        <translation>Die Datei hat keinen Tensor „{:s}“.</translation>
    </message>
    <message>
        <source>The file has none; training starts from the beginning.</source>
        <translation>Die Datei hat keine; das Training beginnt von vorn.</translation>
    </message>
    <message>
        <source>The file has {} nodes; no more than {} can be read.</source>
        <translation>Die Datei hat {} Knoten; mehr als {} lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file is damaged: what it holds is no graph as ONNX has them.</source>
        <translation>Die Datei ist beschädigt: Was sie enthält, ist kein Graph, wie ONNX ihn hat.</translation>
    </message>
    <message>
        <source>The file is of ONNX&apos;s IR version {}, which is newer than {}, the newest known here.</source>
        <translation>Die Datei hat die IR-Version {} von ONNX; sie ist neuer als {}, die neueste, die hier bekannt ist.</translation>
    </message>
    <message>
        <source>The file is too short to be a safetensors file.</source>
        <translation>Die Datei ist zu kurz für eine safetensors-Datei.</translation>
    </message>
    <message>
        <source>The file lacks {} of the {} tensors that the network needs; &quot;{:s}&quot; is the first.</source>
        <translation>Der Datei fehlen {} der {} Tensoren, die das Netz braucht; „{:s}“ ist der erste.</translation>
    </message>
    <message>
        <source>The file leaves open how large axis {} of its input {:s} is.</source>
        <translation>Die Datei lässt offen, wie groß Achse {} ihrer Eingabe {:s} ist.</translation>
    </message>
    <message>
        <source>The file would have {} MB, but only files of up to {} MB can be read again.</source>
        <translation>Die Datei hätte {} MB, aber nur Dateien bis {} MB lassen sich wieder lesen.</translation>
    </message>
    <message>
        <source>The file {:s} beside it can&apos;t be read to its end.</source>
        <translation>Die Datei {:s} daneben lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>The file {:s} beside it is cut off: it has {} bytes, and {} from place {} are asked for.</source>
        <translation>Die Datei {:s} daneben ist abgeschnitten: Sie hat {} Bytes, und verlangt sind {} ab Stelle {}.</translation>
    </message>
    <message>
        <source>The file {:s} beside it is larger than {} MiB.</source>
        <translation>Die Datei {:s} daneben ist größer als {} MiB.</translation>
    </message>
    <message>
        <source>The file&apos;s description of the network is not as Keras writes it.</source>
        <translation>Die Beschreibung des Netzes in der Datei ist nicht so, wie Keras sie schreibt.</translation>
    </message>
    <message>
        <source>The file&apos;s input is for {} samples at once; {} can be read.</source>
        <translation>Die Eingabe der Datei ist für {} Beispiele auf einmal; lesen lässt sich {}.</translation>
    </message>
    <message>
        <source>The file&apos;s network has more than {} layers.</source>
        <translation>Das Netz der Datei hat mehr als {} Schichten.</translation>
    </message>
    <message>
        <source>The file&apos;s network has {} inputs ({:s}); a network here has a single one.</source>
        <translation>Das Netz der Datei hat {} Eingaben ({:s}); ein Netz hier hat eine einzige.</translation>
    </message>
    <message>
        <source>The file&apos;s network has {} outputs ({:s}); a network here has a single one.</source>
        <translation>Das Netz der Datei hat {} Ausgaben ({:s}); ein Netz hier hat eine einzige.</translation>
    </message>
    <message>
        <source>The file&apos;s operators are those of opset {}; opsets from {} to {} are known here.</source>
        <translation>Die Operatoren der Datei sind die von Opset {}; bekannt sind hier die Opsets von {} bis {}.</translation>
    </message>
    <message>
        <source>The file&apos;s weights are damaged.</source>
        <translation>Die Gewichte der Datei sind beschädigt.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be read.</source>
        <translation>Der Ordner lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The header doesn&apos;t say of which kind the numbers of the tensor &quot;{:s}&quot; are.</source>
        <translation>Der Kopf sagt nicht, von welcher Art die Zahlen des Tensors „{:s}“ sind.</translation>
    </message>
    <message>
        <source>The header of the file is damaged. {}</source>
        <translation>Der Kopf der Datei ist beschädigt. {}</translation>
    </message>
    <message>
        <source>The header of the file is larger than {} MiB.</source>
        <translation>Der Kopf der Datei ist größer als {} MiB.</translation>
    </message>
    <message>
        <source>The input {:s} has {} axes; from 1 to {} can be read.</source>
        <translation>Die Eingabe {:s} hat {} Achsen; lesen lassen sich 1 bis {}.</translation>
    </message>
    <message>
        <source>The layer {:s}</source>
        <translation>Die Schicht {:s}</translation>
    </message>
    <message>
        <source>The loss is a number for how far the answers are from what they should be: 0 would be perfect. After every batch of samples each weight is moved a little in the direction that makes the loss smaller; the learning rate says how far, and an epoch is one pass through all samples to learn from. The seed fixes everything that is random: with the same seed and the same settings the same training can be done again.</source>
        <translation>Der Verlust ist eine Zahl dafür, wie weit die Antworten von dem weg sind, was sie sein sollten: 0 wäre vollkommen. Nach jedem Batch von Beispielen wird jedes Gewicht ein wenig in die Richtung bewegt, die den Verlust kleiner macht; die Lernrate sagt, wie weit, und eine Epoche ist ein Durchgang durch alle Beispiele, aus denen gelernt wird. Der Startwert legt alles fest, was zufällig ist: Mit demselben Startwert und denselben Einstellungen lässt sich dasselbe Training noch einmal machen.</translation>
    </message>
    <message>
        <source>The loss says how far the answers are from what they should be, on samples that the network has not learned from. Compare it with the loss on the training samples: where it is much larger, the network has learned its samples by heart.</source>
        <translation>Der Verlust sagt, wie weit die Antworten von dem weg sind, was sie sein sollten, und zwar bei Beispielen, aus denen das Netz nicht gelernt hat. Vergleiche ihn mit dem Verlust auf den Trainingsbeispielen: Wo er viel größer ist, hat das Netz seine Beispiele auswendig gelernt.</translation>
    </message>
    <message>
        <source>The loss should fall, and the accuracy should rise. The network learns from the training samples alone; validation samples are kept aside and show how it does on what it has not seen. Where the training curve goes on getting better while the validation curve gets worse, the network begins to learn its samples by heart: that is called overfitting.</source>
        <translation>Der Verlust sollte sinken und die Genauigkeit steigen. Das Netz lernt nur aus den Trainingsbeispielen; Validierungsbeispiele sind beiseitegelegt und zeigen, wie gut es auf Ungesehenem ist. Wo die Trainingskurve immer besser wird, die Validierungskurve aber schlechter, beginnt das Netz, seine Beispiele auswendig zu lernen: Das nennt man Überanpassung (Overfitting).</translation>
    </message>
    <message>
        <source>The module gives logits, as PyTorch&apos;s losses want them; {:s} is in predict().</source>
        <translation>Das Modul liefert Logits, wie die Verluste von PyTorch sie haben wollen; {:s} steckt in predict().</translation>
    </message>
    <message>
        <source>The name &quot;{:s}&quot; can&apos;t be that of a tensor in a file.</source>
        <translation>Der Name „{:s}“ kann nicht der eines Tensors in einer Datei sein.</translation>
    </message>
    <message>
        <source>The name of a tensor in the file is no text.</source>
        <translation>Der Name eines Tensors in der Datei ist kein Text.</translation>
    </message>
    <message>
        <source>The name of a tensor is {} bytes long; at most {} are possible.</source>
        <translation>Der Name eines Tensors ist {} Bytes lang; höchstens {} sind möglich.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>The network has learned from {} of these {} samples: the figures say little about samples that are new to it.</source>
        <translation>Das Netz hat aus {} dieser {} Beispiele gelernt: Die Zahlen sagen wenig über Beispiele, die neu für es sind.</translation>
    </message>
    <message>
        <source>The network has more than {} numbers to learn.</source>
        <translation>Das Netz hat mehr als {} Zahlen zu lernen.</translation>
    </message>
    <message>
        <source>The network has several {}s; here it has one.</source>
        <translation>Das Netz hat „{}“ mehrfach; hier gibt es das nur einmal.</translation>
    </message>
    <message>
        <source>The network has {} weights; compilers take a source with at most about {}.</source>
        <translation>Das Netz hat {} Gewichte; Compiler nehmen einen Quelltext mit höchstens etwa {}.</translation>
    </message>
    <message>
        <source>The network in the page</source>
        <translation>Das Netz in der Seite</translation>
    </message>
    <message>
        <source>The network is of the kind {:s}, whose layers only its own program knows.</source>
        <translation>Das Netz ist von der Art {:s}, deren Schichten nur das eigene Programm kennt.</translation>
    </message>
    <message>
        <source>The network is too large for a file of ONNX.</source>
        <translation>Das Netz ist zu groß für eine ONNX-Datei.</translation>
    </message>
    <message>
        <source>The network&apos;s layers go round in a circle.</source>
        <translation>Die Schichten des Netzes laufen im Kreis.</translation>
    </message>
    <message>
        <source>The network&apos;s output is none of its layers.</source>
        <translation>Die Ausgabe des Netzes ist keine seiner Schichten.</translation>
    </message>
    <message>
        <source>The network&apos;s samples have no fixed size, which they need here.</source>
        <translation>Die Beispiele des Netzes haben keine feste Größe, und die brauchen sie hier.</translation>
    </message>
    <message>
        <source>The network&apos;s weights are a .npz file, in which programs can hide, so it is not read.</source>
        <translation>Die Gewichte des Netzes sind eine .npz-Datei, in der sich Programme verstecken können; darum wird sie nicht gelesen.</translation>
    </message>
    <message>
        <source>The numbers go in as they are. A sample is {}.</source>
        <translation>Die Zahlen gehen hinein, wie sie sind. Ein Beispiel ist {}.</translation>
    </message>
    <message>
        <source>The numbers of &quot;{:s}&quot; lie in another file; of a node&apos;s own they can&apos;t be read so.</source>
        <translation>Die Zahlen von „{:s}“ liegen in einer anderen Datei; bei Zahlen, die einem Knoten selbst gehören, lässt sich das nicht lesen.</translation>
    </message>
    <message>
        <source>The numbers of {:s} are said to take {} bytes, but of its sizes are {}.</source>
        <translation>Die Zahlen von {:s} sollen {} Bytes brauchen, nach ihren Größen sind es aber {}.</translation>
    </message>
    <message>
        <source>The operator {:s} is of {:s}, not of ONNX itself; those can&apos;t be read.</source>
        <translation>Der Operator {:s} ist von {:s}, nicht von ONNX selbst; solche lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The page could not be written.</source>
        <translation>Die Seite ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The place of the tensor &quot;{:s}&quot; doesn&apos;t fit its size.</source>
        <translation>Die Stelle des Tensors „{:s}“ passt nicht zu seiner Größe.</translation>
    </message>
    <message>
        <source>The plane in the colours of the classes, as the network tells them apart, with {} points of the data; {} of them lie on the wrong side.</source>
        <translation>Die Ebene in den Farben der Klassen, wie das Netz sie unterscheidet, mit {} Punkten der Daten; {} davon liegen auf der falschen Seite.</translation>
    </message>
    <message>
        <source>The program that reads such files can&apos;t be started ({:s}).</source>
        <translation>Das Programm, das solche Dateien liest, lässt sich nicht starten ({:s}).</translation>
    </message>
    <message>
        <source>The program that reads such files is missing.</source>
        <translation>Das Programm, das solche Dateien liest, fehlt.</translation>
    </message>
    <message>
        <source>The project has no data that the network could be tried on.</source>
        <translation>Das Projekt hat keine Daten, an denen das Netz geprüft werden könnte.</translation>
    </message>
    <message>
        <source>The source answers; it can&apos;t be trained on.</source>
        <translation>Der Quelltext antwortet; trainieren lässt er sich nicht.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; begins at {}, but the one before it ends at {}.</source>
        <translation>Der Tensor „{:s}“ beginnt bei {}, der vor ihm endet aber bei {}.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; has sizes that no tensor can have.</source>
        <translation>Der Tensor „{:s}“ hat Größen, die kein Tensor haben kann.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; has {} axes; at most {} are possible.</source>
        <translation>Der Tensor „{:s}“ hat {} Achsen; höchstens {} sind möglich.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; holds numbers of the kind {:s}, which can&apos;t be read here.</source>
        <translation>Der Tensor „{:s}“ enthält Zahlen der Art {:s}, und die lassen sich hier nicht lesen.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; holds the number {}, which its kind can&apos;t be.</source>
        <translation>Der Tensor „{:s}“ enthält die Zahl {}, und die gibt es in seiner Art nicht.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; holds {} {}, but of its sizes are {}.</source>
        <translation>Der Tensor „{:s}“ enthält {} {}, nach seinen Größen sind es aber {}.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; is larger than {} MiB.</source>
        <translation>Der Tensor „{:s}“ ist größer als {} MiB.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; is of the kind {:s}, which can&apos;t be read here.</source>
        <translation>Der Tensor „{:s}“ ist von der Art {:s}, und die lässt sich hier nicht lesen.</translation>
    </message>
    <message>
        <source>The tensor &quot;{:s}&quot; is only a part of one (a segment); those can&apos;t be read.</source>
        <translation>Der Tensor „{:s}“ ist nur ein Teil von einem (ein Segment); solche lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The weight &quot;{:s}&quot; has a size that is none.</source>
        <translation>Das Gewicht „{:s}“ hat eine Größe, die keine ist.</translation>
    </message>
    <message>
        <source>The weight &quot;{:s}&quot; has no dtype.</source>
        <translation>Das Gewicht „{:s}“ hat keinen dtype.</translation>
    </message>
    <message>
        <source>The weight &quot;{:s}&quot; has no shape of at most {} sizes.</source>
        <translation>Das Gewicht „{:s}“ hat keine Form mit höchstens {} Größen.</translation>
    </message>
    <message>
        <source>The weight &quot;{:s}&quot; is of numbers of the kind &quot;{:s}&quot;, which are not read.</source>
        <translation>Das Gewicht „{:s}“ besteht aus Zahlen der Art „{:s}“, und die werden nicht gelesen.</translation>
    </message>
    <message>
        <source>The weight &quot;{:s}&quot; is packed, but how is not said.</source>
        <translation>Das Gewicht „{:s}“ ist gepackt, aber wie, ist nicht gesagt.</translation>
    </message>
    <message>
        <source>The weight &quot;{:s}&quot; is too large.</source>
        <translation>Das Gewicht „{:s}“ ist zu groß.</translation>
    </message>
    <message>
        <source>The weights alone, by name, for any program that knows the network.</source>
        <translation>Die Gewichte allein, mit Namen, für jedes Programm, das das Netz kennt.</translation>
    </message>
    <message>
        <source>The weights are a link to somewhere else, which is not followed.</source>
        <translation>Die Gewichte sind ein Link auf etwas anderes; ihm wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The weights file &quot;{:s}&quot; does not lie beside model.json.</source>
        <translation>Die Gewichtsdatei „{:s}“ liegt nicht neben model.json.</translation>
    </message>
    <message>
        <source>The weights file &quot;{:s}&quot; is named twice.</source>
        <translation>Die Gewichtsdatei „{:s}“ ist zweimal genannt.</translation>
    </message>
    <message>
        <source>The weights files hold more than the {} bytes of the manifest.</source>
        <translation>Die Gewichtsdateien enthalten mehr als die {} Bytes des Verzeichnisses.</translation>
    </message>
    <message>
        <source>The weights files hold {} bytes; the manifest speaks of {}.</source>
        <translation>Die Gewichtsdateien enthalten {} Bytes; das Verzeichnis spricht von {}.</translation>
    </message>
    <message>
        <source>The weights manifest is no list.</source>
        <translation>Das Verzeichnis der Gewichte ist keine Liste.</translation>
    </message>
    <message>
        <source>The weights of {:s} are missing: {:s}.</source>
        <translation>Die Gewichte von {:s} fehlen: {:s}.</translation>
    </message>
    <message>
        <source>The weights take more than {} MiB.</source>
        <translation>Die Gewichte brauchen mehr als {} MiB.</translation>
    </message>
    <message>
        <source>The {:s} can&apos;t be read: {}</source>
        <translation>Der Operator {:s} lässt sich nicht lesen: {}</translation>
    </message>
    <message>
        <source>There are more nodes and attributes in the file than a network can have.</source>
        <translation>In der Datei sind mehr Knoten und Attribute, als ein Netz haben kann.</translation>
    </message>
    <message>
        <source>There are more than {} tensors in the file.</source>
        <translation>In der Datei sind mehr als {} Tensoren.</translation>
    </message>
    <message>
        <source>There are more than {} weights.</source>
        <translation>Es sind mehr als {} Gewichte.</translation>
    </message>
    <message>
        <source>There are more weights called {:s} than there should be.</source>
        <translation>Es gibt mehr Gewichte namens {:s}, als es geben sollte.</translation>
    </message>
    <message>
        <source>There are no figures: {}</source>
        <translation>Es gibt keine Zahlen dazu: {}</translation>
    </message>
    <message>
        <source>There are no numbers in it: its size is {}.</source>
        <translation>Es sind keine Zahlen darin: Die Größe ist {}.</translation>
    </message>
    <message>
        <source>There are no weights called {:s} in the source.</source>
        <translation>Im Quelltext gibt es keine Gewichte namens {:s}.</translation>
    </message>
    <message>
        <source>There are numbers of the kind {:s}, which can&apos;t be read.</source>
        <translation>Es sind Zahlen der Art {:s} darin, und die lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>There are sparse tensors in the file, which can&apos;t be read.</source>
        <translation>In der Datei sind dünn besetzte Tensoren (sparse), und die lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>There are two that give {:s}.</source>
        <translation>Es gibt zwei, die {:s} liefern.</translation>
    </message>
    <message>
        <source>There are {} bytes behind the last tensor.</source>
        <translation>Hinter dem letzten Tensor kommen noch {} Bytes.</translation>
    </message>
    <message>
        <source>There are {} bytes for {} numbers of the kind {:s}.</source>
        <translation>Es sind {} Bytes für {} Zahlen der Art {:s}.</translation>
    </message>
    <message>
        <source>There are {} nodes in the file; at most {} are possible.</source>
        <translation>In der Datei sind {} Knoten; höchstens {} sind möglich.</translation>
    </message>
    <message>
        <source>There is a number in it that is infinite, or that is none (NaN).</source>
        <translation>Darin ist eine Zahl, die unendlich ist, oder eine, die keine ist (NaN).</translation>
    </message>
    <message>
        <source>There is a whole number in it that is larger than 2^63.</source>
        <translation>Darin ist eine ganze Zahl, die größer als 2^63 ist.</translation>
    </message>
    <message>
        <source>There is more in this file than {} MiB.</source>
        <translation>In dieser Datei steckt mehr als {} MiB.</translation>
    </message>
    <message>
        <source>There is no layer here for the operator {:s}.</source>
        <translation>Für den Operator {:s} gibt es hier keine Schicht.</translation>
    </message>
    <message>
        <source>There is no modelTopology in it, so it describes no network.</source>
        <translation>Es ist kein modelTopology darin, also beschreibt sie kein Netz.</translation>
    </message>
    <message>
        <source>There is no network in this file.</source>
        <translation>In dieser Datei ist kein Netz.</translation>
    </message>
    <message>
        <source>There is no such file, or it is too large.</source>
        <translation>Die Datei gibt es nicht, oder sie ist zu groß.</translation>
    </message>
    <message>
        <source>There is no way to say a layer of the kind “{}” in ONNX.</source>
        <translation>Eine Schicht der Art „{}“ lässt sich in ONNX nicht ausdrücken.</translation>
    </message>
    <message>
        <source>There is no way to say the activation “{}” in ONNX.</source>
        <translation>Die Aktivierung „{}“ lässt sich in ONNX nicht ausdrücken.</translation>
    </message>
    <message>
        <source>There is none of this optimiser: it begins anew.</source>
        <translation>Von diesem Optimierer gibt es keinen: Er fängt neu an.</translation>
    </message>
    <message>
        <source>There is not enough memory for the archive.</source>
        <translation>Für das Archiv reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for the file&apos;s weights.</source>
        <translation>Für die Gewichte der Datei reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to read this file.</source>
        <translation>Um diese Datei zu lesen, reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is something else than a weight among the weights.</source>
        <translation>Unter den Gewichten ist etwas anderes als ein Gewicht.</translation>
    </message>
    <message>
        <source>They are chosen anew here, to suit the data.</source>
        <translation>Sie werden hier neu gewählt, passend zu den Daten.</translation>
    </message>
    <message>
        <source>They are kept beside; Keras does not show them.</source>
        <translation>Sie werden daneben aufgehoben; Keras zeigt sie nicht.</translation>
    </message>
    <message>
        <source>They become one convolution over all channels, with zeros between the groups.</source>
        <translation>Sie werden zu einer Faltung über alle Kanäle, mit Nullen zwischen den Gruppen.</translation>
    </message>
    <message>
        <source>They do what they do after training.</source>
        <translation>Sie tun, was sie nach dem Training tun.</translation>
    </message>
    <message>
        <source>They were packed into fewer bits, and are unpacked; what that cost is gone.</source>
        <translation>Sie waren in weniger Bits gepackt und sind ausgepackt; was dabei an Genauigkeit verloren ging, ist weg.</translation>
    </message>
    <message>
        <source>This archive is no Keras network: it has no config.json.</source>
        <translation>Dieses Archiv ist kein Keras-Netz: Es hat keine config.json.</translation>
    </message>
    <message>
        <source>This computer can&apos;t shut the reading of such files in ({:s}), so nothing is read.</source>
        <translation>Dieser Rechner kann das Lesen solcher Dateien nicht abschotten ({:s}), also wird nichts gelesen.</translation>
    </message>
    <message>
        <source>This file is damaged: reading it failed.</source>
        <translation>Diese Datei ist beschädigt: Das Lesen ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>This file is damaged: reading it led to something that a file has no right to, and was stopped.</source>
        <translation>Diese Datei ist beschädigt: Das Lesen führte zu etwas, worauf eine Datei kein Recht hat, und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This is a Python pickle, as PyTorch&apos;s .pt files are: opening one can run any program that is hidden in it, so it is not read.</source>
        <translation>Das ist ein Python-Pickle, wie die .pt-Dateien von PyTorch: Beim Öffnen kann jedes Programm laufen, das darin versteckt ist; darum wird es nicht gelesen.</translation>
    </message>
    <message>
        <source>This is a graph model: its layers were taken apart into single operations.</source>
        <translation>Das ist ein Graph-Modell: Seine Schichten wurden in einzelne Rechenschritte zerlegt.</translation>
    </message>
    <message>
        <source>This is a network in Keras&apos; older format (.h5), which is not read.</source>
        <translation>Das ist ein Netz im älteren Format von Keras (.h5), und das wird nicht gelesen.</translation>
    </message>
    <message>
        <source>This is no ONNX file, or it is damaged.</source>
        <translation>Das ist keine ONNX-Datei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This is no file of a format that can be read.</source>
        <translation>Das ist keine Datei in einem Format, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>This is no file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This is no model.json of TensorFlow.js.</source>
        <translation>Das ist keine model.json von TensorFlow.js.</translation>
    </message>
    <message>
        <source>This is no safetensors file.</source>
        <translation>Das ist keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>This network has not been trained: its weights are the random ones that it began with.</source>
        <translation>Dieses Netz ist nicht trainiert: Seine Gewichte sind die zufälligen, mit denen es begonnen hat.</translation>
    </message>
    <message>
        <source>This report was made on</source>
        <translation>Dieser Bericht entstand auf</translation>
    </message>
    <message>
        <source>This {:s} takes {:s}, which nothing before it gives.</source>
        <translation>Dieser Operator {:s} nimmt {:s}, aber nichts vor ihm liefert es.</translation>
    </message>
    <message>
        <source>To be read, not to be opened again.</source>
        <translation>Zum Lesen, nicht zum Wiederöffnen.</translation>
    </message>
    <message>
        <source>Training in PyTorch begins new ones.</source>
        <translation>Das Training in PyTorch beginnt mit neuen.</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>Einstellungen des Trainings</translation>
    </message>
    <message>
        <source>Training starts afresh from these weights.</source>
        <translation>Das Training beginnt neu, mit diesen Gewichten.</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Transpose</translation>
    </message>
    <message>
        <source>Tried on</source>
        <translation>Geprüft an</translation>
    </message>
    <message>
        <source>Two entries of the archive have the same name.</source>
        <translation>Zwei Einträge des Archivs haben denselben Namen.</translation>
    </message>
    <message>
        <source>Two layers have the same name, or one has none.</source>
        <translation>Zwei Schichten haben denselben Namen, oder eine hat keinen.</translation>
    </message>
    <message>
        <source>Two tensors of the file are called &quot;{:s}&quot;.</source>
        <translation>Zwei Tensoren der Datei heißen „{:s}“.</translation>
    </message>
    <message>
        <source>Two weights are called &quot;{:s}&quot;.</source>
        <translation>Zwei Gewichte heißen „{:s}“.</translation>
    </message>
    <message>
        <source>UINT16</source>
        <translation>UINT16</translation>
    </message>
    <message>
        <source>UINT32</source>
        <translation>UINT32</translation>
    </message>
    <message>
        <source>UINT64</source>
        <translation>UINT64</translation>
    </message>
    <message>
        <source>UINT8</source>
        <translation>UINT8</translation>
    </message>
    <message>
        <source>UTC0</source>
        <translation>UTC0</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>Unbekannte Wörter</translation>
    </message>
    <message>
        <source>Unsqueeze</source>
        <translation>Unsqueeze</translation>
    </message>
    <message>
        <source>UpSampling2D</source>
        <translation>UpSampling2D</translation>
    </message>
    <message>
        <source>Update gate</source>
        <translation>Erneuerungstor</translation>
    </message>
    <message>
        <source>Update gate, backwards</source>
        <translation>Erneuerungstor, rückwärts</translation>
    </message>
    <message>
        <source>Upsample</source>
        <translation>Upsample</translation>
    </message>
    <message>
        <source>VALID</source>
        <translation>VALID</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Weights and running statistics</source>
        <translation>Gewichte und laufende Statistiken</translation>
    </message>
    <message>
        <source>Weights and statistics</source>
        <translation>Gewichte und Statistiken</translation>
    </message>
    <message>
        <source>Weights are found by the names of layers: {:s} is {}. Rename the layers, or the tensors.</source>
        <translation>Gewichte werden an den Namen der Schichten erkannt: {:s} ist {}. Benenne die Schichten um, oder die Tensoren.</translation>
    </message>
    <message>
        <source>What is done to samples first</source>
        <translation>Was mit den Beispielen zuerst geschieht</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Was es kann</translation>
    </message>
    <message>
        <source>What it says to every point</source>
        <translation>Was es zu jedem Punkt sagt</translation>
    </message>
    <message>
        <source>What it says, and what it should be</source>
        <translation>Was es sagt und was es sein sollte</translation>
    </message>
    <message>
        <source>What it should be</source>
        <translation>Was es sein sollte</translation>
    </message>
    <message>
        <source>What the file gives ({:s}) does not depend on its input.</source>
        <translation>Was die Datei ausgibt ({:s}), hängt nicht von ihrer Eingabe ab.</translation>
    </message>
    <message>
        <source>What the file says of its network is longer than {} MiB.</source>
        <translation>Was die Datei über ihr Netz sagt, ist länger als {} MiB.</translation>
    </message>
    <message>
        <source>What the header says of the tensor &quot;{:s}&quot; can&apos;t be understood.</source>
        <translation>Was der Kopf über den Tensor „{:s}“ sagt, ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>What the heads found</source>
        <translation>Was die Köpfe fanden</translation>
    </message>
    <message>
        <source>What the network gives</source>
        <translation>Was das Netz ausgibt</translation>
    </message>
    <message>
        <source>What the network says</source>
        <translation>Was das Netz sagt</translation>
    </message>
    <message>
        <source>What the optimiser remembers, and the learning curves</source>
        <translation>Was der Optimierer sich merkt, und die Lernkurven</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>Was wofür gehalten wurde</translation>
    </message>
    <message>
        <source>Where the cards lie</source>
        <translation>Wo die Karten liegen</translation>
    </message>
    <message>
        <source>Where the numbers of the tensor &quot;{:s}&quot; lie can&apos;t be understood.</source>
        <translation>Wo die Zahlen des Tensors „{:s}“ liegen, ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Which class is taken for which</source>
        <translation>Welche Klasse für welche gehalten wird</translation>
    </message>
    <message>
        <source>With nine digits, which give every number back.</source>
        <translation>Mit neun Stellen, die jede Zahl wiedergeben.</translation>
    </message>
    <message>
        <source>With the axes as PyTorch has them.</source>
        <translation>Mit den Achsen, wie PyTorch sie hat.</translation>
    </message>
    <message>
        <source>Write an .html file, and print that from a browser.</source>
        <translation>Schreibe eine .html-Datei und drucke sie aus einem Browser.</translation>
    </message>
    <message>
        <source>Write it again as a single file, in PyTorch with external_data=False.</source>
        <translation>Schreibe sie noch einmal als einzelne Datei, in PyTorch mit external_data=False.</translation>
    </message>
    <message>
        <source>Write it again for an older version.</source>
        <translation>Schreibe sie noch einmal für eine ältere Version.</translation>
    </message>
    <message>
        <source>Write it again with all of them inlined.</source>
        <translation>Schreibe sie noch einmal und setze dabei alle Funktionen ein (inlining).</translation>
    </message>
    <message>
        <source>Write it again with an example input of the right sizes.</source>
        <translation>Schreibe sie noch einmal, mit einer Beispieleingabe der richtigen Größen.</translation>
    </message>
    <message>
        <source>Write it again with another opset_version, such as 17.</source>
        <translation>Schreibe sie noch einmal mit einer anderen opset_version, etwa 17.</translation>
    </message>
    <message>
        <source>Write it again with sizes for all axes but that of the samples.</source>
        <translation>Schreibe sie noch einmal mit Größen für alle Achsen außer der der Beispiele.</translation>
    </message>
    <message>
        <source>Wrong, those first that it was most sure of</source>
        <translation>Falsch, zuerst die, bei denen es am sichersten war</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Du darfst diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>ZeroPadding2D</source>
        <translation>ZeroPadding2D</translation>
    </message>
    <message>
        <source>&quot;__metadata__&quot; in the header is no object.</source>
        <translation>„__metadata__“ im Kopf ist kein Objekt.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be read to its end.</source>
        <translation>„{:s}“ lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; can&apos;t be taken. {}</source>
        <translation>„{:s}“ lässt sich nicht übernehmen. {}</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; comes twice.</source>
        <translation>„{:s}“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; in the header&apos;s &quot;__metadata__&quot; is no text.</source>
        <translation>„{:s}“ in „__metadata__“ im Kopf ist kein Text.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is {} in the file, but {} in the network.</source>
        <translation>„{:s}“ ist {} in der Datei, aber {} im Netz.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; of the tensor &quot;{:s}&quot; holds something that is no size.</source>
        <translation>„{:s}“ des Tensors „{:s}“ enthält etwas, das keine Größe ist.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; of the tensor &quot;{:s}&quot; is missing, or no list.</source>
        <translation>„{:s}“ des Tensors „{:s}“ fehlt oder ist keine Liste.</translation>
    </message>
    <message>
        <source>`protomind import FILE --into PROJECT -o NEW` puts them into the project that they belong to.</source>
        <translation>`protomind import FILE --into PROJECT -o NEW` fügt sie in das Projekt ein, zu dem sie gehören.</translation>
    </message>
    <message>
        <source>a rate above 0.95 becomes 0.95</source>
        <translation>eine Rate über 0.95 wird zu 0.95</translation>
    </message>
    <message>
        <source>a row of pixels is an image of height 1 here</source>
        <translation>eine Zeile von Pixeln ist hier ein Bild der Höhe 1</translation>
    </message>
    <message>
        <source>a size of {} has no sense there.</source>
        <translation>eine Größe von {} hat dort keinen Sinn.</translation>
    </message>
    <message>
        <source>a word number outside of the vocabulary is an error there; here it gives zeros</source>
        <translation>eine Wortnummer außerhalb des Wortschatzes ist dort ein Fehler; hier ergibt sie Nullen</translation>
    </message>
    <message>
        <source>are a batch normalisation here, which would measure anew in training</source>
        <translation>sind hier eine Batch-Normalisierung, die im Training neu messen würde</translation>
    </message>
    <message>
        <source>are a depthwise convolution of 1×1 here, which would learn in training</source>
        <translation>sind hier eine tiefenweise Faltung mit 1×1, die im Training lernen würde</translation>
    </message>
    <message>
        <source>are taken as they are, with their channels last</source>
        <translation>werden genommen, wie sie sind, mit den Kanälen zuletzt</translation>
    </message>
    <message>
        <source>as they are here, as “layer/kernel”</source>
        <translation>wie sie hier sind, als „Schicht/kernel“</translation>
    </message>
    <message>
        <source>both every step and the last one are used; a layer here gives one of these.</source>
        <translation>sowohl jeder Schritt als auch der letzte wird gebraucht; eine Schicht hier liefert nur eins von beiden.</translation>
    </message>
    <message>
        <source>both its matrices depend on the network&apos;s input; Attention is the only layer here that multiplies such.</source>
        <translation>seine beiden Matrizen hängen von der Eingabe des Netzes ab; nur Attention nimmt hier solche miteinander mal.</translation>
    </message>
    <message>
        <source>constexpr std::size_t kInputs = </source>
        <translation>constexpr std::size_t kInputs = </translation>
    </message>
    <message>
        <source>count from 0 to 1 here; which numbers the network was trained with (0 to 255, or standardised ones) the file does not say</source>
        <translation>zählen hier von 0 bis 1; mit welchen Zahlen das Netz trainiert wurde (0 bis 255 oder standardisierte), sagt die Datei nicht</translation>
    </message>
    <message>
        <source>each channel has a slope of its own; an activation here has a single one.</source>
        <translation>jeder Kanal hat eine eigene Steigung; eine Aktivierung hier hat eine einzige.</translation>
    </message>
    <message>
        <source>each sample of a batch has a bias of its own.</source>
        <translation>jedes Beispiel eines Batches hat einen eigenen Bias.</translation>
    </message>
    <message>
        <source>g++ -std=c++17 -O2 compiles it; the program reads rows of numbers (CSV) and prints the answers.</source>
        <translation>g++ -std=c++17 -O2 kompiliert es; das Programm liest Zeilen von Zahlen (CSV) und gibt die Antworten aus.</translation>
    </message>
    <message>
        <source>gives the means, as it does outside of training; it draws nothing there</source>
        <translation>liefert die Mittelwerte, wie außerhalb des Trainings; dort zieht es nichts</translation>
    </message>
    <message>
        <source>has pixels of -1000 here; smaller numbers than that would count otherwise</source>
        <translation>hat hier Pixel von -1000; noch kleinere Zahlen würden anders zählen</translation>
    </message>
    <message>
        <source>have height and width before their channels here</source>
        <translation>haben hier Höhe und Breite vor den Kanälen</translation>
    </message>
    <message>
        <source>have their channels before height and width: N × C × H × W</source>
        <translation>haben ihre Kanäle vor Höhe und Breite: N × C × H × W</translation>
    </message>
    <message>
        <source>in the metadata, as “labels”</source>
        <translation>in den Metadaten, als „labels“</translation>
    </message>
    <message>
        <source>in words alone, in the metadata</source>
        <translation>nur in Worten, in den Metadaten</translation>
    </message>
    <message>
        <source>in words, in the metadata</source>
        <translation>in Worten, in den Metadaten</translation>
    </message>
    <message>
        <source>in words, in the metadata: the file does not do it by itself</source>
        <translation>in Worten, in den Metadaten: Die Datei tut es nicht von selbst</translation>
    </message>
    <message>
        <source>index.html computes with the layers as they are drawn, not with TensorFlow.js.</source>
        <translation>index.html rechnet mit den Schichten, wie sie gezeichnet sind, nicht mit TensorFlow.js.</translation>
    </message>
    <message>
        <source>it begins with something remembered, or its gates see what is remembered (peepholes).</source>
        <translation>er beginnt mit etwas Gemerktem, oder seine Tore sehen, was er sich gemerkt hat (peepholes).</translation>
    </message>
    <message>
        <source>it cuts off instead of adding, or adds far too much.</source>
        <translation>er schneidet ab, statt anzufügen, oder fügt viel zu viel an.</translation>
    </message>
    <message>
        <source>it cuts off what its gates see.</source>
        <translation>er schneidet ab, was seine Tore sehen.</translation>
    </message>
    <message>
        <source>it divides by zero.</source>
        <translation>er teilt durch null.</translation>
    </message>
    <message>
        <source>it does not make an image a whole number of times higher and wider.</source>
        <translation>er macht ein Bild nicht um einen ganzzahligen Faktor höher und breiter.</translation>
    </message>
    <message>
        <source>it does not say from where to where.</source>
        <translation>er sagt nicht, von wo bis wo.</translation>
    </message>
    <message>
        <source>it does not say how much.</source>
        <translation>er sagt nicht, wie viel.</translation>
    </message>
    <message>
        <source>it does not say to what sizes.</source>
        <translation>er sagt nicht, auf welche Größen.</translation>
    </message>
    <message>
        <source>it gives nothing.</source>
        <translation>er liefert nichts.</translation>
    </message>
    <message>
        <source>it has a border of its own that does not count; the layer here has none but “same”.</source>
        <translation>er hat einen eigenen Rand, der nicht zählt; die Schicht hier hat keinen außer „same“.</translation>
    </message>
    <message>
        <source>it has another number of activations than it needs.</source>
        <translation>er hat eine andere Zahl von Aktivierungen, als er braucht.</translation>
    </message>
    <message>
        <source>it has another number of inputs than two.</source>
        <translation>er hat eine andere Zahl von Eingaben als zwei.</translation>
    </message>
    <message>
        <source>it has another number of scales than of axes.</source>
        <translation>er hat nicht so viele Faktoren wie Achsen.</translation>
    </message>
    <message>
        <source>it has another number of sizes than of axes.</source>
        <translation>er hat nicht so viele Größen wie Achsen.</translation>
    </message>
    <message>
        <source>it has groups; the layer here has none.</source>
        <translation>er hat Gruppen; die Schicht hier hat keine.</translation>
    </message>
    <message>
        <source>it has no inputs.</source>
        <translation>er hat keine Eingaben.</translation>
    </message>
    <message>
        <source>it has other activations than the layer here.</source>
        <translation>er hat andere Aktivierungen als die Schicht hier.</translation>
    </message>
    <message>
        <source>it has other numbers where whole ones are needed.</source>
        <translation>er hat andere Zahlen, wo ganze gebraucht werden.</translation>
    </message>
    <message>
        <source>it has too many axes.</source>
        <translation>er hat zu viele Achsen.</translation>
    </message>
    <message>
        <source>it has too many inputs.</source>
        <translation>er hat zu viele Eingaben.</translation>
    </message>
    <message>
        <source>it has {} numbers where {} are needed.</source>
        <translation>er hat {} Zahlen, wo {} gebraucht werden.</translation>
    </message>
    <message>
        <source>it is approximated by tanh; the one here is exact.</source>
        <translation>er ist mit tanh angenähert; der hier ist exakt.</translation>
    </message>
    <message>
        <source>it is dilated; the layer here is not.</source>
        <translation>er hat eine Dilatation; die Schicht hier hat keine.</translation>
    </message>
    <message>
        <source>it is no table with a row for each word, or what comes in are no words.</source>
        <translation>er ist keine Tabelle mit einer Zeile für jedes Wort, oder was hereinkommt, sind keine Wörter.</translation>
    </message>
    <message>
        <source>it is of a version that was withdrawn, or has nothing to normalise.</source>
        <translation>er gehört zu einer Version, die zurückgezogen wurde, oder hat nichts zu normieren.</translation>
    </message>
    <message>
        <source>it is of the mode {:s} with its pixels placed by {:s}; the layer here is not.</source>
        <translation>er hat den Modus {:s} und setzt seine Pixel nach {:s}; die Schicht hier tut das nicht.</translation>
    </message>
    <message>
        <source>it is one that is still training.</source>
        <translation>er ist einer, der noch trainiert.</translation>
    </message>
    <message>
        <source>it is to drop numbers when the network is used, too.</source>
        <translation>er soll auch dann Zahlen weglassen, wenn das Netz benutzt wird.</translation>
    </message>
    <message>
        <source>it leaves out numbers in between, or turns their order round.</source>
        <translation>er lässt Zahlen dazwischen aus oder kehrt ihre Reihenfolge um.</translation>
    </message>
    <message>
        <source>it makes a larger image than the layer here.</source>
        <translation>er macht ein größeres Bild als die Schicht hier.</translation>
    </message>
    <message>
        <source>it makes texts of numbers.</source>
        <translation>er macht Texte aus Zahlen.</translation>
    </message>
    <message>
        <source>it mixes the samples of a batch, or takes numbers apart as no layer here does.</source>
        <translation>er vermischt die Beispiele eines Batches oder trennt Zahlen so, wie es hier keine Schicht tut.</translation>
    </message>
    <message>
        <source>it names an axis twice.</source>
        <translation>er nennt eine Achse zweimal.</translation>
    </message>
    <message>
        <source>it names axes of its own.</source>
        <translation>er nennt eigene Achsen.</translation>
    </message>
    <message>
        <source>it names axis {} of {}.</source>
        <translation>er nennt Achse {} von {}.</translation>
    </message>
    <message>
        <source>it needs a table, but gets {} axes.</source>
        <translation>er braucht eine Tabelle, bekommt aber {} Achsen.</translation>
    </message>
    <message>
        <source>it needs images (samples × channels × height × width), but gets {} axes.</source>
        <translation>er braucht Bilder (Beispiele × Kanäle × Höhe × Breite), bekommt aber {} Achsen.</translation>
    </message>
    <message>
        <source>it normalises each pixel for itself; the layer here does channels.</source>
        <translation>er normiert jeden Pixel für sich; die Schicht hier tut das mit Kanälen.</translation>
    </message>
    <message>
        <source>it normalises parts of a sample that are no groups of channels.</source>
        <translation>er normiert Teile eines Beispiels, die keine Gruppen von Kanälen sind.</translation>
    </message>
    <message>
        <source>it reads from the end alone; the layers here read from the beginning, or both ways.</source>
        <translation>er liest nur vom Ende her; die Schichten hier lesen vom Anfang her oder in beide Richtungen.</translation>
    </message>
    <message>
        <source>it repeats or mirrors the image at its border; the layer here fills it with a number.</source>
        <translation>er wiederholt oder spiegelt das Bild an seinem Rand; die Schicht hier füllt ihn mit einer Zahl.</translation>
    </message>
    <message>
        <source>it resets what it remembers before it multiplies; the layer here does that after.</source>
        <translation>er setzt zurück, was er sich gemerkt hat, bevor er malnimmt; die Schicht hier tut das danach.</translation>
    </message>
    <message>
        <source>it takes an axis away that has more than one number, or that of the samples.</source>
        <translation>er nimmt eine Achse weg, die mehr als eine Zahl hat, oder die der Beispiele.</translation>
    </message>
    <message>
        <source>it takes what is not there.</source>
        <translation>er nimmt, was es nicht gibt.</translation>
    </message>
    <message>
        <source>it works across the samples of a batch.</source>
        <translation>er arbeitet über die Beispiele eines Batches hinweg.</translation>
    </message>
    <message>
        <source>it works along an axis that is not the last of a layer here.</source>
        <translation>er arbeitet entlang einer Achse, die nicht die letzte einer Schicht hier ist.</translation>
    </message>
    <message>
        <source>its attribute {:s} has another number of sizes than an image has.</source>
        <translation>sein Attribut {:s} hat eine andere Zahl von Größen als ein Bild.</translation>
    </message>
    <message>
        <source>its bias does not fit its kernels.</source>
        <translation>sein Bias passt nicht zu seinen Kernen.</translation>
    </message>
    <message>
        <source>its factors are no channels in their order.</source>
        <translation>seine Faktoren sind keine Kanäle in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>its groups are no neighbouring channels here.</source>
        <translation>seine Gruppen sind hier keine benachbarten Kanäle.</translation>
    </message>
    <message>
        <source>its heads don&apos;t share out all features.</source>
        <translation>seine Köpfe verteilen nicht alle Merkmale unter sich.</translation>
    </message>
    <message>
        <source>its input gate and its forget gate are one.</source>
        <translation>sein Eingangstor und sein Vergesstor sind ein und dasselbe.</translation>
    </message>
    <message>
        <source>its inputs are not of the same sizes.</source>
        <translation>seine Eingaben haben nicht dieselben Größen.</translation>
    </message>
    <message>
        <source>its inputs differ in other sizes than the one along which they are joined.</source>
        <translation>seine Eingaben unterscheiden sich in anderen Größen als der, entlang derer sie verbunden werden.</translation>
    </message>
    <message>
        <source>its inputs have different numbers of axes.</source>
        <translation>seine Eingaben haben verschieden viele Achsen.</translation>
    </message>
    <message>
        <source>its inputs have their numbers in an order that no layer here makes.</source>
        <translation>seine Eingaben haben ihre Zahlen in einer Reihenfolge, die keine Schicht hier herstellt.</translation>
    </message>
    <message>
        <source>its kernel has {} axes and what comes in {}; images have 4 and rows of pixels 3.</source>
        <translation>sein Kern hat {} Achsen, und was hereinkommt, {}; Bilder haben 4 und Zeilen von Pixeln 3.</translation>
    </message>
    <message>
        <source>its kernel of {} does not fit {} groups of {} channels.</source>
        <translation>sein Kern von {} passt nicht zu {} Gruppen von {} Kanälen.</translation>
    </message>
    <message>
        <source>its kernels of {} and {} don&apos;t fit each other and what comes in.</source>
        <translation>seine Kerne von {} und {} passen nicht zueinander und zu dem, was hereinkommt.</translation>
    </message>
    <message>
        <source>its matrix has {} rows, but {} numbers come in.</source>
        <translation>seine Matrix hat {} Zeilen, aber {} Zahlen kommen herein.</translation>
    </message>
    <message>
        <source>its matrix is no table of numbers.</source>
        <translation>seine Matrix ist keine Tabelle von Zahlen.</translation>
    </message>
    <message>
        <source>its numbers don&apos;t fit the sizes of what they are for.</source>
        <translation>seine Zahlen passen nicht zu den Größen dessen, wofür sie da sind.</translation>
    </message>
    <message>
        <source>its numbers have more axes than what they are for.</source>
        <translation>seine Zahlen haben mehr Achsen als das, wofür sie da sind.</translation>
    </message>
    <message>
        <source>its perm is no order of the axes.</source>
        <translation>sein perm ist keine Reihenfolge der Achsen.</translation>
    </message>
    <message>
        <source>its scales are no numbers.</source>
        <translation>seine Faktoren sind keine Zahlen.</translation>
    </message>
    <message>
        <source>its sequences are of different lengths.</source>
        <translation>seine Folgen sind verschieden lang.</translation>
    </message>
    <message>
        <source>its sizes don&apos;t fit its numbers.</source>
        <translation>seine Größen passen nicht zu seinen Zahlen.</translation>
    </message>
    <message>
        <source>its sizes don&apos;t fit what comes in.</source>
        <translation>seine Größen passen nicht zu dem, was hereinkommt.</translation>
    </message>
    <message>
        <source>its sizes have no sense.</source>
        <translation>seine Größen haben keinen Sinn.</translation>
    </message>
    <message>
        <source>its window is not that of an image.</source>
        <translation>sein Fenster ist nicht das eines Bilds.</translation>
    </message>
    <message>
        <source>its windows stick out and count what lies outside of the image.</source>
        <translation>seine Fenster ragen hinaus und zählen mit, was außerhalb des Bilds liegt.</translation>
    </message>
    <message>
        <source>its {} is not among the numbers of the file.</source>
        <translation>sein Teil „{}“ steht nicht unter den Zahlen der Datei.</translation>
    </message>
    <message>
        <source>lets everything pass, as it does outside of training</source>
        <translation>lässt alles durch, wie außerhalb des Trainings</translation>
    </message>
    <message>
        <source>loss {:.4g} on {} samples</source>
        <translation>Verlust {:.4g} auf {} Beispielen</translation>
    </message>
    <message>
        <source>model.json is larger than {} MiB.</source>
        <translation>model.json ist größer als {} MiB.</translation>
    </message>
    <message>
        <source>namespace layer {

</source>
        <translation>namespace layer {

</translation>
    </message>
    <message>
        <source>namespace weights {

</source>
        <translation>namespace weights {

</translation>
    </message>
    <message>
        <source>nothing is left.</source>
        <translation>nichts bleibt übrig.</translation>
    </message>
    <message>
        <source>on a list of numbers</source>
        <translation>auf einer Liste von Zahlen</translation>
    </message>
    <message>
        <source>on a sequence</source>
        <translation>auf einer Folge</translation>
    </message>
    <message>
        <source>on an image</source>
        <translation>auf einem Bild</translation>
    </message>
    <message>
        <source>one brightness</source>
        <translation>einer Helligkeit</translation>
    </message>
    <message>
        <source>only with an alpha of 1 is there such an activation here.</source>
        <translation>eine solche Aktivierung gibt es hier nur mit einem alpha von 1.</translation>
    </message>
    <message>
        <source>output kernel</source>
        <translation>Ausgangskern</translation>
    </message>
    <message>
        <source>recurrent kernel</source>
        <translation>rekurrenter Kern</translation>
    </message>
    <message>
        <source>samples that were kept aside</source>
        <translation>beiseitegelegte Beispiele</translation>
    </message>
    <message>
        <source>some of its numbers are missing.</source>
        <translation>einige seiner Zahlen fehlen.</translation>
    </message>
    <message>
        <source>the file computes with too many numbers of its own.</source>
        <translation>die Datei rechnet mit zu vielen eigenen Zahlen.</translation>
    </message>
    <message>
        <source>the file does not say</source>
        <translation>das sagt die Datei nicht</translation>
    </message>
    <message>
        <source>the file holds numbers alone</source>
        <translation>die Datei enthält nur Zahlen</translation>
    </message>
    <message>
        <source>the format has no place for it</source>
        <translation>das Format hat keinen Platz dafür</translation>
    </message>
    <message>
        <source>the mean or the spread that it finds is used elsewhere.</source>
        <translation>der Mittelwert oder die Streuung, die er findet, wird anderswo gebraucht.</translation>
    </message>
    <message>
        <source>the network gives probabilities here; in the file it gives their logarithms</source>
        <translation>hier liefert das Netz Wahrscheinlichkeiten; in der Datei liefert es deren Logarithmen</translation>
    </message>
    <message>
        <source>the same numbers in another order</source>
        <translation>dieselben Zahlen in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>the state of its cells is used elsewhere.</source>
        <translation>der Zustand seiner Zellen wird anderswo gebraucht.</translation>
    </message>
    <message>
        <source>the weights alone are written</source>
        <translation>nur die Gewichte werden geschrieben</translation>
    </message>
    <message>
        <source>there are layers here that do this with the height and width of images alone.</source>
        <translation>es gibt hier Schichten, die das nur mit der Höhe und Breite von Bildern tun.</translation>
    </message>
    <message>
        <source>there are layers here that reduce images and sequences to one number a channel, not others.</source>
        <translation>es gibt hier Schichten, die Bilder und Folgen auf eine Zahl je Kanal bringen, aber keine anderen.</translation>
    </message>
    <message>
        <source>there is no activation here that cuts numbers off at both ends, or elsewhere than at 0.</source>
        <translation>es gibt hier keine Aktivierung, die Zahlen an beiden Enden oder anderswo als bei 0 abschneidet.</translation>
    </message>
    <message>
        <source>there is no auto_pad {:s}.</source>
        <translation>ein auto_pad {:s} gibt es nicht.</translation>
    </message>
    <message>
        <source>there is no layer here that divides by what comes in.</source>
        <translation>es gibt hier keine Schicht, die durch das teilt, was hereinkommt.</translation>
    </message>
    <message>
        <source>there is no layer here that picks such numbers out.</source>
        <translation>es gibt hier keine Schicht, die solche Zahlen herausgreift.</translation>
    </message>
    <message>
        <source>there is no layer here that subtracts.</source>
        <translation>es gibt hier keine Schicht, die abzieht.</translation>
    </message>
    <message>
        <source>there is no such activation here, but where the network ends.</source>
        <translation>eine solche Aktivierung gibt es hier nur dort, wo das Netz endet.</translation>
    </message>
    <message>
        <source>there were {}</source>
        <translation>es waren {}</translation>
    </message>
    <message>
        <source>train.py takes the same batches, for the same data and seed.</source>
        <translation>train.py nimmt dieselben Batches, bei denselben Daten und demselben Startwert.</translation>
    </message>
    <message>
        <source>what comes in has its axes in an order that no layer here makes.</source>
        <translation>was hereinkommt, hat seine Achsen in einer Reihenfolge, die keine Schicht hier herstellt.</translation>
    </message>
    <message>
        <source>what comes in has no channels.</source>
        <translation>was hereinkommt, hat keine Kanäle.</translation>
    </message>
    <message>
        <source>what comes in is no batch of sequences.</source>
        <translation>was hereinkommt, ist kein Batch von Folgen.</translation>
    </message>
    <message>
        <source>what comes in is no image.</source>
        <translation>was hereinkommt, ist kein Bild.</translation>
    </message>
    <message>
        <source>what it fills with is not a single number.</source>
        <translation>womit er füllt, ist keine einzelne Zahl.</translation>
    </message>
    <message>
        <source>what it works on does not depend on the network&apos;s input.</source>
        <translation>womit er arbeitet, hängt nicht von der Eingabe des Netzes ab.</translation>
    </message>
    <message>
        <source>where it has found the largest numbers is used elsewhere.</source>
        <translation>wo er die größten Zahlen gefunden hat, wird anderswo gebraucht.</translation>
    </message>
    <message>
        <source>which numbers it has dropped is used elsewhere.</source>
        <translation>welche Zahlen er weggelassen hat, wird anderswo gebraucht.</translation>
    </message>
    <message>
        <source>with its rate; outside of training it lets everything pass</source>
        <translation>mit seiner Rate; außerhalb des Trainings kommt alles durch</translation>
    </message>
    <message>
        <source>with {}: {:s}</source>
        <translation>mit {}: {:s}</translation>
    </message>
    <message>
        <source>with {}: {}</source>
        <translation>mit {}: {}</translation>
    </message>
    <message>
        <source>written as several nodes: opset 17 has none for it</source>
        <translation>als mehrere Knoten geschrieben: Opset 17 hat keinen dafür</translation>
    </message>
    <message>
        <source>{:.2f} % of {} samples right</source>
        <translation>{:.2f} % von {} Beispielen richtig</translation>
    </message>
    <message>
        <source>{:.3g} GiB of memory</source>
        <translation>{:.3g} GiB Speicher</translation>
    </message>
    <message>
        <source>{:s} is {}, but {:s} needs {}.</source>
        <translation>{:s} ist {}, {:s} braucht aber {}.</translation>
    </message>
    <message>
        <source>{:s}, all threads that there are</source>
        <translation>{:s}, alle Threads, die es gibt</translation>
    </message>
    <message>
        <source>{:s}, {} threads</source>
        <translation>{:s}, {} Threads</translation>
    </message>
    <message>
        <source>{} can be read, but not written.</source>
        <translation>{} lässt sich lesen, aber nicht schreiben.</translation>
    </message>
    <message>
        <source>{} for the test</source>
        <translation>{} für den Test</translation>
    </message>
    <message>
        <source>{} from {:.3g} to {:.3g}</source>
        <translation>{} von {:.3g} auf {:.3g}</translation>
    </message>
    <message>
        <source>{} in %</source>
        <translation>{} in %</translation>
    </message>
    <message>
        <source>{} kept aside for validation</source>
        <translation>{} für die Validierung beiseitegelegt</translation>
    </message>
    <message>
        <source>{} over the epochs: {}.</source>
        <translation>{} über die Epochen: {}.</translation>
    </message>
    <message>
        <source>{} points of the data, whether it has learned from them or not; {} of them are on the wrong side and crossed out.</source>
        <translation>{} Punkte der Daten, ob es aus ihnen gelernt hat oder nicht; {} davon liegen auf der falschen Seite und sind durchgestrichen.</translation>
    </message>
    <message>
        <source>{} samples kept aside of {:s}</source>
        <translation>{} beiseitegelegten Beispielen von {:s}</translation>
    </message>
    <message>
        <source>{} samples of {:s} that the network has not learned from</source>
        <translation>{} Beispielen von {:s}, aus denen das Netz nicht gelernt hat</translation>
    </message>
    <message>
        <source>{} test points; {} of them are on the wrong side and crossed out.</source>
        <translation>{} Testpunkte; {} davon liegen auf der falschen Seite und sind durchgestrichen.</translation>
    </message>
    <message>
        <source>{} test samples of {:s}</source>
        <translation>{} Testbeispielen von {:s}</translation>
    </message>
    <message>
        <source>{} threads</source>
        <translation>{} Threads</translation>
    </message>
    <message>
        <source>{} to learn from</source>
        <translation>{} zum Lernen</translation>
    </message>
    <message>
        <source>{} {} as points, and the network&apos;s answers as a line among them.</source>
        <translation>{} {} als Punkte, und dazwischen die Antworten des Netzes als Linie.</translation>
    </message>
    <message>
        <source>{} {} as points; the closer to the diagonal, the better the answer.</source>
        <translation>{} {} als Punkte; je näher an der Diagonale, desto besser die Antwort.</translation>
    </message>
    <message>
        <source>{} {}. The typical error is {:.3g}; always giving the mean would be off by {:.3g}.</source>
        <translation>{} {}. Der typische Fehler ist {:.3g}; immer den Mittelwert zu sagen, läge um {:.3g} daneben.</translation>
    </message>
    <message>
        <source>} // namespace layer

</source>
        <translation>} // namespace layer

</translation>
    </message>
    <message>
        <source>} // namespace weights

</source>
        <translation>} // namespace weights

</translation>
    </message>
    <message>
        <source>1 epoch</source>
        <translation>1 Epoche</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>Divide pixels from 0 to 255 by 255 first.</source>
        <translation>Teile Pixel von 0 bis 255 zuerst durch 255.</translation>
    </message>
    <message>
        <source>Drawing and settings</source>
        <translation>Zeichnung und Einstellungen</translation>
    </message>
    <message>
        <source>Install Protomind again.</source>
        <translation>Installiere Protomind neu.</translation>
    </message>
    <message>
        <source>It answers differently.</source>
        <translation>Es antwortet anders.</translation>
    </message>
    <message>
        <source>Its tables and drawings tell of them.</source>
        <translation>Tabellen und Zeichnungen erzählen von ihnen.</translation>
    </message>
    <message>
        <source>Layers that draw them draw others than here, so training on differs in the details.</source>
        <translation>Schichten, die welche ziehen, ziehen andere als hier; das Weitertrainieren weicht darum in Einzelheiten ab.</translation>
    </message>
    <message>
        <source>The numbers go in as they are.</source>
        <translation>Die Zahlen gehen hinein, wie sie sind.</translation>
    </message>
    <message>
        <source>The program that reads such files can&apos;t be run.</source>
        <translation>Das Programm, das solche Dateien liest, lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>They are too many to be copied: train.py takes them from where --data says.</source>
        <translation>Es sind zu viele zum Kopieren: train.py nimmt sie von dort, wo --data es sagt.</translation>
    </message>
    <message>
        <source>They have small letters, digits and underscores alone, as Python wants it.</source>
        <translation>Sie haben nur kleine Buchstaben, Ziffern und Unterstriche, wie Python es will.</translation>
    </message>
    <message>
        <source>This file is empty, or it can&apos;t be read.</source>
        <translation>Diese Datei ist leer oder lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This is a file of Protomind itself: an export does not take its place, as it holds less.</source>
        <translation>Das ist eine Datei von Protomind selbst: Ein Export ersetzt sie nicht, denn er enthält weniger.</translation>
    </message>
    <message>
        <source>This is a file, not a folder.</source>
        <translation>Das ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Where the cards of layers lie</source>
        <translation>Wo die Karten der Schichten liegen</translation>
    </message>
    <message>
        <source>Worked out of the file&apos;s numbers, some of its own become too large for a number here.</source>
        <translation>Aus den Zahlen der Datei berechnet, werden einige der eigenen zu groß für eine Zahl hier.</translation>
    </message>
    <message>
        <source>
// The answers are for:
// </source>
        <translation>
// The answers are for:
// </translation>
    </message>
    <message>
        <source>a variance and its epsilon are not more than 0 together, and have no root to divide by.</source>
        <translation>eine Varianz und ihr Epsilon sind zusammen nicht größer als 0 und haben keine Wurzel, durch die man teilen könnte.</translation>
    </message>
    <message>
        <source>data.safetensors is a copy of them: give it away only where you may.</source>
        <translation>data.safetensors ist eine Kopie davon: Gib sie nur weiter, wo du es darfst.</translation>
    </message>
    <message>
        <source>in the page, and beside the network</source>
        <translation>in der Seite und neben dem Netz</translation>
    </message>
    <message>
        <source>it cuts numbers down to another kind, such as whole ones; no layer here does that.</source>
        <translation>er stutzt Zahlen auf eine andere Art, etwa auf ganze; keine Schicht hier tut das.</translation>
    </message>
    <message>
        <source>it divides whole numbers without a rest; no layer here cuts fractions off.</source>
        <translation>er teilt ganze Zahlen ohne Rest; keine Schicht hier schneidet Brüche ab.</translation>
    </message>
    <message>
        <source>it is of whole numbers; no layer here cuts fractions off.</source>
        <translation>er geht über ganze Zahlen; keine Schicht hier schneidet Brüche ab.</translation>
    </message>
    <message>
        <source>it makes its sizes fit the image instead of stretching it.</source>
        <translation>er passt seine Größen dem Bild an, statt es zu strecken.</translation>
    </message>
    <message>
        <source>its numbers don&apos;t fit the kind that it makes of them.</source>
        <translation>seine Zahlen passen nicht in die Art, die er aus ihnen macht.</translation>
    </message>
    <message>
        <source>the project keeps it: loss, optimiser, and their settings</source>
        <translation>das Projekt behält es: Verlust, Optimierer und ihre Einstellungen</translation>
    </message>
    <message>
        <source>{:.4g} epochs</source>
        <translation>{:.4g} Epochen</translation>
    </message>
    <message>
        <source>{} steps</source>
        <translation>{} Schritte</translation>
    </message>
    <message>
        <source>A convolution of [{:s}] with kernels [{:s}]</source>
        <translation>Eine Faltung von [{:s}] mit Kernen [{:s}]</translation>
    </message>
    <message>
        <source>A copy of [{:s}]</source>
        <translation>Eine Kopie von [{:s}]</translation>
    </message>
    <message>
        <source>A kernel is a small program that is run many times at once, each time for another number. These were written for this network, and {:s} runs them.</source>
        <translation>Ein Kernel ist ein kleines Programm, das viele Male zugleich läuft, jedes Mal für eine andere Zahl. Diese hier wurden für dieses Netz geschrieben, und {:s} führt sie aus.</translation>
    </message>
    <message>
        <source>A lesson can&apos;t count on a device of one machine.</source>
        <translation>Eine Lektion kann nicht auf ein Gerät eines einzelnen Rechners bauen.</translation>
    </message>
    <message>
        <source>A product of [{} × {}] and [{} × {}]</source>
        <translation>Ein Produkt aus [{} × {}] und [{} × {}]</translation>
    </message>
    <message>
        <source>Average pooling of [{:s}] to [{:s}]</source>
        <translation>Mittelwert-Pooling von [{:s}] zu [{:s}]</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Every machine has &quot;{:s}&quot;.</source>
        <translation>Jeder Rechner hat „{:s}“.</translation>
    </message>
    <message>
        <source>Functions that stand in front of all kernels, so that each can call them.</source>
        <translation>Funktionen, die vor allen Kerneln stehen, damit jeder sie aufrufen kann.</translation>
    </message>
    <message>
        <source>Max pooling of [{:s}] to [{:s}]</source>
        <translation>Maximum-Pooling von [{:s}] zu [{:s}]</translation>
    </message>
    <message>
        <source>No format that is read back is named &quot;{:s}&quot;.</source>
        <translation>Kein Format, das zurückgelesen wird, heißt „{:s}“.</translation>
    </message>
    <message>
        <source>No request.</source>
        <translation>Keine Anfrage.</translation>
    </message>
    <message>
        <source>One loop of 1 operation over [{:s}]</source>
        <translation>Eine Schleife mit 1 Rechenschritt über [{:s}]</translation>
    </message>
    <message>
        <source>One loop of {} operations over [{:s}]</source>
        <translation>Eine Schleife mit {} Rechenschritten über [{:s}]</translation>
    </message>
    <message>
        <source>One number, written {} times</source>
        <translation>Eine Zahl, {}-mal geschrieben</translation>
    </message>
    <message>
        <source>Rows added up in a table [{:s}]</source>
        <translation>Zeilen, in einer Tabelle [{:s}] aufaddiert</translation>
    </message>
    <message>
        <source>Rows looked up in a table [{:s}]</source>
        <translation>Zeilen, in einer Tabelle [{:s}] nachgeschlagen</translation>
    </message>
    <message>
        <source>Shows what your graphics card is running now: the text of every kernel, and the layers that it came from. Where the processor computes, it is said in words.</source>
        <translation>Zeigt, was deine Grafikkarte gerade ausführt: den Text jedes Kernels und die Schichten, aus denen er kommt. Wo der Prozessor rechnet, steht es in Worten da.</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>Schritt {}</translation>
    </message>
    <message>
        <source>That happens {} times, one after the other.</source>
        <translation>Das geschieht {}-mal, einmal nach dem anderen.</translation>
    </message>
    <message>
        <source>The gradient of a convolution for its input [{:s}]</source>
        <translation>Der Gradient einer Faltung für ihre Eingabe [{:s}]</translation>
    </message>
    <message>
        <source>The gradient of a convolution for its kernels [{:s}]</source>
        <translation>Der Gradient einer Faltung für ihre Kerne [{:s}]</translation>
    </message>
    <message>
        <source>The gradient of average pooling for its input [{:s}]</source>
        <translation>Der Gradient des Mittelwert-Poolings für seine Eingabe [{:s}]</translation>
    </message>
    <message>
        <source>The gradient of max pooling for its input [{:s}]</source>
        <translation>Der Gradient des Maximum-Poolings für seine Eingabe [{:s}]</translation>
    </message>
    <message>
        <source>The library has kernels of its own, which it does not show.</source>
        <translation>Die Bibliothek hat eigene Kernel, die sie nicht zeigt.</translation>
    </message>
    <message>
        <source>The places of the greatest numbers in [{:s}]</source>
        <translation>Die Stellen der größten Zahlen in [{:s}]</translation>
    </message>
    <message>
        <source>The process for the device could not be started ({:s}).</source>
        <translation>Der Prozess für das Gerät ließ sich nicht starten ({:s}).</translation>
    </message>
    <message>
        <source>The running kernel</source>
        <translation>Der laufende Kernel</translation>
    </message>
    <message>
        <source>The same kernel runs, on other numbers, in: step {:s}.</source>
        <translation>Derselbe Kernel läuft, mit anderen Zahlen, in: Schritt {:s}.</translation>
    </message>
    <message>
        <source>The step &quot;{:s}&quot; has {} sentences below &quot;Done&quot; here, and {} in lesson.md.</source>
        <translation>Der Schritt „{:s}“ hat hier {} Sätze unter „Done“, und {} in lesson.md.</translation>
    </message>
    <message>
        <source>Then a second one runs {} times at once, each time for a block of {} of the numbers that it computes.</source>
        <translation>Dann läuft ein zweites {}-mal zugleich, jedes Mal für einen Block von {} der Zahlen, die es berechnet.</translation>
    </message>
    <message>
        <source>Then a second one runs {} times at once, once for each number that it computes.</source>
        <translation>Dann läuft ein zweites {}-mal zugleich, einmal für jede Zahl, die es berechnet.</translation>
    </message>
    <message>
        <source>Then a second one runs {} times at once: {} together make one of {} numbers.</source>
        <translation>Dann läuft ein zweites {}-mal zugleich: Je {} zusammen ergeben eine von {} Zahlen.</translation>
    </message>
    <message>
        <source>There are no kernels to be read here: {:s} runs code for processors, which is said in words. A kernel is a small program that a graphics card runs many times at once. Train on one (OpenCL) to read them.</source>
        <translation>Hier gibt es keine Kernel zu lesen: {:s} führt Code für Prozessoren aus, und der steht in Worten da. Ein Kernel ist ein kleines Programm, das eine Grafikkarte viele Male zugleich ausführt. Trainiere auf einer (OpenCL), um sie zu lesen.</translation>
    </message>
    <message>
        <source>There is no format named &quot;{:s}&quot;.</source>
        <translation>Es gibt kein Format namens „{:s}“.</translation>
    </message>
    <message>
        <source>This layer needs no step of its own: nothing is computed for it, or others read its numbers in another order.</source>
        <translation>Diese Schicht braucht keinen eigenen Schritt: Für sie wird nichts berechnet, oder andere lesen ihre Zahlen in anderer Reihenfolge.</translation>
    </message>
    <message>
        <source>This network is not in training. Shown is how it answers.</source>
        <translation>Dieses Netz trainiert gerade nicht. Gezeigt wird, wie es antwortet.</translation>
    </message>
    <message>
        <source>This small program runs {} times at once, each time for a block of {} of the numbers that it computes.</source>
        <translation>Dieses kleine Programm läuft {}-mal zugleich, jedes Mal für einen Block von {} der Zahlen, die es berechnet.</translation>
    </message>
    <message>
        <source>This small program runs {} times at once, once for each number that it computes.</source>
        <translation>Dieses kleine Programm läuft {}-mal zugleich, einmal für jede Zahl, die es berechnet.</translation>
    </message>
    <message>
        <source>This small program runs {} times at once: {} together make one of {} numbers.</source>
        <translation>Dieses kleine Programm läuft {}-mal zugleich: Je {} zusammen ergeben eine von {} Zahlen.</translation>
    </message>
    <message>
        <source>What all of them may call</source>
        <translation>Was alle aufrufen dürfen</translation>
    </message>
    <message>
        <source>What came out is said in plain words.</source>
        <translation>Was herauskam, steht in einfachen Worten da.</translation>
    </message>
    <message>
        <source>What stands at the maxima of windows, as [{:s}]</source>
        <translation>Was an den Maxima von Fenstern steht, als [{:s}]</translation>
    </message>
    <message>
        <source>What the device is watched at: a step of training, which computes an answer, its mistakes and new weights, or the answer to one sample alone.</source>
        <translation>Wobei dem Gerät zugesehen wird: bei einem Trainingsschritt, der eine Antwort, ihre Fehler und neue Gewichte berechnet, oder bei der Antwort auf ein einziges Beispiel.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; comes twice in this task.</source>
        <translation>„{:s}“ kommt in dieser Aufgabe zweimal vor.</translation>
    </message>
    <message>
        <source>as a product of matrices by the library CLBlast, from rows that a kernel lays out</source>
        <translation>als Produkt von Matrizen mit der Bibliothek CLBlast, aus Zeilen, die ein Kernel zurechtlegt</translation>
    </message>
    <message>
        <source>as a product of matrices by the library CLBlast, whose rows a kernel adds up</source>
        <translation>als Produkt von Matrizen mit der Bibliothek CLBlast, dessen Zeilen ein Kernel aufaddiert</translation>
    </message>
    <message>
        <source>as machine code that was made for it</source>
        <translation>als Maschinencode, der dafür erzeugt wurde</translation>
    </message>
    <message>
        <source>as products of the image&apos;s own rows</source>
        <translation>als Produkte aus den Zeilen des Bildes selbst</translation>
    </message>
    <message>
        <source>by a kernel that was written for it</source>
        <translation>mit einem Kernel, der dafür geschrieben wurde</translation>
    </message>
    <message>
        <source>by code for vectors that was compiled beforehand</source>
        <translation>mit vorab übersetztem Code für Vektoren</translation>
    </message>
    <message>
        <source>by code that was compiled beforehand</source>
        <translation>mit vorab übersetztem Code</translation>
    </message>
    <message>
        <source>by kernels that were written for it</source>
        <translation>mit Kerneln, die dafür geschrieben wurden</translation>
    </message>
    <message>
        <source>by minimal filtering (Winograd), which multiplies less</source>
        <translation>mit minimalem Filtern (Winograd), das weniger multipliziert</translation>
    </message>
    <message>
        <source>by our own code for large matrices</source>
        <translation>mit unserem eigenen Code für große Matrizen</translation>
    </message>
    <message>
        <source>by our own code for small matrices</source>
        <translation>mit unserem eigenen Code für kleine Matrizen</translation>
    </message>
    <message>
        <source>by the library CLBlast</source>
        <translation>mit der Bibliothek CLBlast</translation>
    </message>
    <message>
        <source>by the library oneDNN</source>
        <translation>mit der Bibliothek oneDNN</translation>
    </message>
    <message>
        <source>has no list of texts as its {}</source>
        <translation>hat unter {} keine Liste von Texten</translation>
    </message>
    <message>
        <source>in slices by the library CLBlast, which a kernel adds up</source>
        <translation>mit der Bibliothek CLBlast in Scheiben, die ein Kernel aufaddiert</translation>
    </message>
    <message>
        <source>of nothing: nothing runs</source>
        <translation>aus nichts: Es läuft nichts</translation>
    </message>
    <message>
        <source>one operation after the other in double precision, as each is defined</source>
        <translation>ein Rechenschritt nach dem anderen in doppelter Genauigkeit, so wie jeder definiert ist</translation>
    </message>
    <message>
        <source>{:s}; where the data that you choose has its own, those count</source>
        <translation>{:s}; wo die Daten, die du wählst, eigene haben, gelten diese</translation>
    </message>
    <message>
        <source>{} is not answering. If it stays silent, the processor goes on in its place; no work is lost.</source>
        <translation>{} antwortet nicht. Bleibt es still, macht der Prozessor an seiner Stelle weiter; keine Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>{} other steps run the same kernel, on other numbers.</source>
        <translation>{} andere Schritte führen denselben Kernel aus, mit anderen Zahlen.</translation>
    </message>
    <message>
        <source>{} products of [{} × {}] and [{} × {}]</source>
        <translation>{} Produkte aus [{} × {}] und [{} × {}]</translation>
    </message>
    <message>
        <source>A batch is learned from in steps, one after the other. Samples: {}; steps: {}.</source>
        <translation>Aus einem Batch wird in Schritten gelernt, einem nach dem anderen. Beispiele: {}; Schritte: {}.</translation>
    </message>
    <message>
        <source>A sample is answered in steps, one after the other: {}.</source>
        <translation>Ein Beispiel wird in Schritten beantwortet, einem nach dem anderen: {}.</translation>
    </message>
    <message>
        <source>Kernels: {}; calls of a library: {}.</source>
        <translation>Kernel: {}; Aufrufe einer Bibliothek: {}.</translation>
    </message>
    <message>
        <source>Then a second one runs once, for all that it computes.</source>
        <translation>Dann läuft ein zweites einmal, für alles, was es berechnet.</translation>
    </message>
    <message>
        <source>This small program runs once, for all that it computes.</source>
        <translation>Dieses kleine Programm läuft einmal, für alles, was es berechnet.</translation>
    </message>
    <message>
        <source>Then a second one runs {} times at once: all together make one number.</source>
        <translation>Dann läuft ein zweites {}-mal zugleich: Alle zusammen ergeben eine Zahl.</translation>
    </message>
    <message>
        <source>This small program runs {} times at once: all together make one number.</source>
        <translation>Dieses kleine Programm läuft {}-mal zugleich: Alle zusammen ergeben eine Zahl.</translation>
    </message>
    <message>
        <source>Choose another device and then this one again to try it once more.</source>
        <translation>Wähle ein anderes Gerät und dann wieder dieses, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>The processor computes in place of the chosen device.</source>
        <translation>Der Prozessor rechnet anstelle des gewählten Geräts.</translation>
    </message>
    <message>
        <source>The processor goes on in its place.</source>
        <translation>Der Prozessor macht an seiner Stelle weiter.</translation>
    </message>
    <message>
        <source>There is not enough memory to find out in which layer it began.</source>
        <translation>Der Speicher reicht nicht, um herauszufinden, in welcher Schicht es begann.</translation>
    </message>
    <message>
        <source>This takes {:.0f} MB, and {:.0f} MB at most can be sent between the program and the process of its device.</source>
        <translation>Das braucht {:.0f} MB, und zwischen dem Programm und dem Prozess seines Geräts können höchstens {:.0f} MB gesendet werden.</translation>
    </message>
    <message>
        <source>Train on the CPU, or make the layers smaller.</source>
        <translation>Trainiere auf der CPU, oder mach die Schichten kleiner.</translation>
    </message>
    <message>
        <source>{} could not take one.</source>
        <translation>{} konnte keinen machen.</translation>
    </message>
    <message>
        <source>{} is the fastest for this network here: {:.3g} training steps a second.</source>
        <translation>{} ist hier für dieses Netz am schnellsten: {:.3g} Trainingsschritte in der Sekunde.</translation>
    </message>
    <message>
        <source>{} stopped answering.</source>
        <translation>{} antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>0: a number that the layer gives. Others: one on the way to it, such as a logit before a softmax or a gate of an LSTM, in the order in which they are listed.</source>
        <translation>0: eine Zahl, die die Schicht ausgibt. Andere: eine auf dem Weg dorthin, etwa ein Logit vor einem Softmax oder ein Tor eines LSTM, in der Reihenfolge, in der sie aufgezählt sind.</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>How one number of a layer is worked out, step by step, of what came in and what it has learned.</source>
        <translation>Wie eine Zahl einer Schicht entsteht, Schritt für Schritt, aus dem, was hereinkam, und dem, was sie gelernt hat.</translation>
    </message>
    <message>
        <source>How {} comes to be {:s}:</source>
        <translation>Wie {} zu {:s} wird:</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Of longer sums so many terms are shown, the largest first; the others in one.</source>
        <translation>Von längeren Summen werden so viele Glieder gezeigt, die größten zuerst; die anderen in einem.</translation>
    </message>
    <message>
        <source>Opened layer</source>
        <translation>Geöffnete Schicht</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Glieder</translation>
    </message>
    <message>
        <source>The layer gives {} numbers: there is none at this place.</source>
        <translation>Die Schicht gibt {} Zahlen aus: An dieser Stelle ist keine.</translation>
    </message>
    <message>
        <source>There is no sample to work with.</source>
        <translation>Es gibt kein Beispiel, mit dem gerechnet werden kann.</translation>
    </message>
    <message>
        <source>What comes into a layer, what it has learned for one of its channels, and what goes out.</source>
        <translation>Was in eine Schicht hereinkommt, was sie für einen ihrer Kanäle gelernt hat, und was hinausgeht.</translation>
    </message>
    <message>
        <source>Which feature map or neuron of the layer is followed to what it is made of, counted from 0. -1: none.</source>
        <translation>Welche Merkmalskarte oder welches Neuron der Schicht bis zu dem verfolgt wird, woraus es besteht, von 0 an gezählt. -1: keines.</translation>
    </message>
    <message>
        <source>Which number of the layer, by its coordinates, counted from 0: row, column and channel of an image, the place in a list. -1: the largest one.</source>
        <translation>Welche Zahl der Schicht, nach ihren Koordinaten, von 0 an gezählt: Zeile, Spalte und Kanal eines Bildes, die Stelle in einer Liste. -1: die größte.</translation>
    </message>
    <message>
        <source>{:s} has {} channels.</source>
        <translation>{:s} hat {} Kanäle.</translation>
    </message>
    <message>
        <source>{:s} has {} stages on the way.</source>
        <translation>{:s} hat {} Stufen auf dem Weg.</translation>
    </message>
    <message>
        <source>… ({} more)</source>
        <translation>… ({} weitere)</translation>
    </message>
    <message>
        <source>… ({} more: {:s})</source>
        <translation>… ({} weitere: {:s})</translation>
    </message>
    <message>
        <source>A step of training</source>
        <translation>Ein Trainingsschritt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Bias correction of the mean</source>
        <translation>Bias-Korrektur des Mittelwerts</translation>
    </message>
    <message>
        <source>Bias correction of the mean of squares</source>
        <translation>Bias-Korrektur des Mittelwerts der Quadrate</translation>
    </message>
    <message>
        <source>Choose a layer too.</source>
        <translation>Wähl auch eine Schicht aus.</translation>
    </message>
    <message>
        <source>Choose a layer with weights that are trained.</source>
        <translation>Wähl eine Schicht mit Gewichten aus, die trainiert werden.</translation>
    </message>
    <message>
        <source>Choose a place from 0 to {}.</source>
        <translation>Wähl eine Stelle von 0 bis {}.</translation>
    </message>
    <message>
        <source>Choose a weight that is trained.</source>
        <translation>Wähl ein Gewicht aus, das trainiert wird.</translation>
    </message>
    <message>
        <source>Choose data to train with.</source>
        <translation>Wähl Daten zum Trainieren aus.</translation>
    </message>
    <message>
        <source>Each layer</source>
        <translation>Jede Schicht</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Gradient of the loss</source>
        <translation>Gradient des Verlusts</translation>
    </message>
    <message>
        <source>Gradient of the penalty</source>
        <translation>Gradient der Strafe</translation>
    </message>
    <message>
        <source>In which of the chosen layer&apos;s variables the followed weight is, in the order in which the layer has them, counted from 0. -1: where one changes most.</source>
        <translation>In welcher Variable der gewählten Schicht das verfolgte Gewicht liegt, in der Reihenfolge, in der die Schicht sie hat, von 0 an gezählt. -1: da, wo sich eines am meisten ändert.</translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation>Größte Änderung</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>Größter Gradient</translation>
    </message>
    <message>
        <source>Largest output</source>
        <translation>Größte Ausgabe</translation>
    </message>
    <message>
        <source>Largest weight gradient</source>
        <translation>Größter Gradient der Gewichte</translation>
    </message>
    <message>
        <source>Mean of the gradients</source>
        <translation>Mittelwert der Gradienten</translation>
    </message>
    <message>
        <source>Mean of the squared gradients</source>
        <translation>Mittelwert der quadrierten Gradienten</translation>
    </message>
    <message>
        <source>Nothing of this has been done yet: the next step of training does it.</source>
        <translation>Nichts davon ist schon geschehen: Der nächste Trainingsschritt tut es.</translation>
    </message>
    <message>
        <source>Of which layer the weight is was not said.</source>
        <translation>Zu welcher Schicht das Gewicht gehört, ist nicht gesagt.</translation>
    </message>
    <message>
        <source>Price of its size (L1)</source>
        <translation>Preis seiner Größe (L1)</translation>
    </message>
    <message>
        <source>Reach of a steady gradient</source>
        <translation>Reichweite eines gleichbleibenden Gradienten</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Take a smaller network.</source>
        <translation>Nimm ein kleineres Netz.</translation>
    </message>
    <message>
        <source>Taken apart, a step of this network is {} numbers; at most {} are shown.</source>
        <translation>Zerlegt besteht ein Schritt dieses Netzes aus {} Zahlen; höchstens {} werden gezeigt.</translation>
    </message>
    <message>
        <source>The next batch has {} samples: there is none at place {}.</source>
        <translation>Der nächste Batch hat {} Beispiele: An Stelle {} ist keines.</translation>
    </message>
    <message>
        <source>The next step does not change this by a gradient.</source>
        <translation>Der nächste Schritt ändert das nicht nach einem Gradienten.</translation>
    </message>
    <message>
        <source>The variable holds {} numbers: there is none at this place.</source>
        <translation>Die Variable enthält {} Zahlen: An dieser Stelle ist keine.</translation>
    </message>
    <message>
        <source>There is no such weight that the next step changes.</source>
        <translation>So ein Gewicht, das der nächste Schritt ändert, gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no training whose next step could be looked at.</source>
        <translation>Es gibt kein Training, dessen nächster Schritt anzusehen wäre.</translation>
    </message>
    <message>
        <source>This kind of training does more than compare one answer with its target: its steps can&apos;t be taken apart.</source>
        <translation>Diese Art von Training tut mehr, als eine Antwort mit ihrem Ziel zu vergleichen: Ihre Schritte lassen sich nicht zerlegen.</translation>
    </message>
    <message>
        <source>Train with samples and their targets.</source>
        <translation>Trainiere mit Beispielen und ihren Zielen.</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>What the next step of training will do, without doing it: the batch forward, the gradients back, and each weight&apos;s way through the optimiser.</source>
        <translation>Was der nächste Trainingsschritt tun wird, ohne dass er getan wird: der Batch vorwärts, die Gradienten zurück und der Weg jedes Gewichts durch den Optimierer.</translation>
    </message>
    <message>
        <source>What the optimiser works with</source>
        <translation>Womit der Optimierer rechnet</translation>
    </message>
    <message>
        <source>Which sample of the batch is followed through the layers, counted from 0.</source>
        <translation>Welches Beispiel des Batches durch die Schichten verfolgt wird, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>Which weight is followed, by its coordinates in there, counted from 0. -1: the one that changes most.</source>
        <translation>Welches Gewicht verfolgt wird, nach seinen Koordinaten darin, von 0 an gezählt. -1: das, welches sich am meisten ändert.</translation>
    </message>
    <message>
        <source>{}. Back through {:s}: the largest gradient that arrives is {:s}, the largest of its weights {:s}.</source>
        <translation>{}. Zurück durch {:s}: Der größte Gradient, der ankommt, ist {:s}, der größte seiner Gewichte {:s}.</translation>
    </message>
    <message>
        <source>{}. Back through {:s}: the largest gradient that arrives is {:s}.</source>
        <translation>{}. Zurück durch {:s}: Der größte Gradient, der ankommt, ist {:s}.</translation>
    </message>
    <message>
        <source>{}. No weight is changed.</source>
        <translation>{}. Kein Gewicht ändert sich.</translation>
    </message>
    <message>
        <source>{}. The batch: {} of {} training samples. The one at place {} is followed: {}.</source>
        <translation>{}. Der Batch: {} von {} Trainingsbeispielen. Verfolgt wird das an Stelle {}: {}.</translation>
    </message>
    <message>
        <source>{}. The loss is {:s}, the mean over the batch; that of the followed sample is {:s}.</source>
        <translation>{}. Der Verlust ist {:s}, der Mittelwert über den Batch; der des verfolgten Beispiels ist {:s}.</translation>
    </message>
    <message>
        <source>{}. The penalty adds {:s}.</source>
        <translation>{}. Die Strafe kommt mit {:s} dazu.</translation>
    </message>
    <message>
        <source>{}. {:s} gives {:s} numbers, from {:s} to {:s}.</source>
        <translation>{}. {:s} gibt {:s} Zahlen aus, von {:s} bis {:s}.</translation>
    </message>
    <message>
        <source>{}. {}: {:s} goes from {:s} to {:s}.</source>
        <translation>{}. {}: {:s} geht von {:s} auf {:s}.</translation>
    </message>
    <message>
        <source>Choose data for the network.</source>
        <translation>Wähle Daten für das Netz.</translation>
    </message>
    <message>
        <source>How many samples of each are shown.</source>
        <translation>Wie viele Beispiele von jeder gezeigt werden.</translation>
    </message>
    <message>
        <source>Shows the samples that each feature map or neuron of a layer answers to most.</source>
        <translation>Zeigt die Beispiele, auf die jede Merkmalskarte oder jedes Neuron einer Schicht am stärksten antwortet.</translation>
    </message>
    <message>
        <source>Strongest samples</source>
        <translation>Stärkste Beispiele</translation>
    </message>
    <message>
        <source>The layer has {} channels.</source>
        <translation>Die Schicht hat {} Kanäle.</translation>
    </message>
    <message>
        <source>The samples of {} that each channel of {:s} answers to most.</source>
        <translation>Von {} Beispielen die, auf die jeder Kanal von {:s} am stärksten antwortet.</translation>
    </message>
    <message>
        <source>The strongest answer of each channel</source>
        <translation>Die stärkste Antwort jedes Kanals</translation>
    </message>
    <message>
        <source>There are no samples to look through.</source>
        <translation>Es gibt keine Beispiele zum Durchsehen.</translation>
    </message>
    <message>
        <source>Which feature map or neuron, counted from 0. -1: every one.</source>
        <translation>Welche Merkmalskarte oder welches Neuron, ab 0 gezählt. -1: alle.</translation>
    </message>
    <message>
        <source>how much {:s} changes with the weight</source>
        <translation>wie stark sich {:s} mit dem Gewicht ändert</translation>
    </message>
    <message>
        <source>what arrives at {:s}</source>
        <translation>was bei {:s} ankommt</translation>
    </message>
    <message>
        <source>{}. What the followed sample adds to the gradient of {:s}: {}.</source>
        <translation>{}. Was das verfolgte Beispiel zum Gradienten von {:s} beiträgt: {}.</translation>
    </message>
    <message>
        <source>As in training</source>
        <translation>Wie beim Trainieren</translation>
    </message>
    <message>
        <source>As in training: which sample of the next batch, counted from 0.</source>
        <translation>Wie beim Trainieren: welches Beispiel des nächsten Batches, ab 0 gezählt.</translation>
    </message>
    <message>
        <source>Looks at the next step of training: dropout drops, and normalisation goes by the batch.</source>
        <translation>Sieht den nächsten Trainingsschritt an: Dropout lässt Zahlen weg, und Normalisierung richtet sich nach dem Batch.</translation>
    </message>
    <message>
        <source>Sample of the batch</source>
        <translation>Beispiel des Batches</translation>
    </message>
    <message>
        <source>Sample {} of the next batch</source>
        <translation>Beispiel {} des nächsten Batches</translation>
    </message>
    <message>
        <source>{:s} of sample {}</source>
        <translation>{:s} von Beispiel {}</translation>
    </message>
    <message>
        <source>Choose a smaller batch.</source>
        <translation>Wähle einen kleineren Batch.</translation>
    </message>
    <message>
        <source>The numbers of the whole batch are too many to be looked at.</source>
        <translation>Die Zahlen des ganzen Batches sind zu viele, um sie anzusehen.</translation>
    </message>
    <message>
        <source>100 %: a layer answers just as to the unchanged picture. 0 %: its answers are no more alike than those to two different pictures.</source>
        <translation>100 %: eine Schicht antwortet genau wie auf das unveränderte Bild. 0 %: ihre Antworten sind einander nicht ähnlicher als die auf zwei verschiedene Bilder.</translation>
    </message>
    <message>
        <source>&lt;!doctype html</source>
        <translation>&lt;!doctype html</translation>
    </message>
    <message>
        <source>A checkerboard</source>
        <translation>Ein Schachbrett</translation>
    </message>
    <message>
        <source>A course&apos;s name has 1 to {} bytes.</source>
        <translation>Der Name eines Kurses hat 1 bis {} Bytes.</translation>
    </message>
    <message>
        <source>A field is longer than {} KiB.</source>
        <translation>Ein Feld ist länger als {} KiB.</translation>
    </message>
    <message>
        <source>A gentle slope</source>
        <translation>Ein sanfter Verlauf</translation>
    </message>
    <message>
        <source>A picture, the numbers of a kernel that is slid over it, and the picture that comes out.</source>
        <translation>Ein Bild, die Zahlen eines Kernels, der darüber geschoben wird, und das Bild, das herauskommt.</translation>
    </message>
    <message>
        <source>A place is a row and a column, counted from 0.</source>
        <translation>Ein Ort ist eine Zeile und eine Spalte, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>A quotation mark is opened here and never closed.</source>
        <translation>Hier beginnt ein Anführungszeichen, das nie endet.</translation>
    </message>
    <message>
        <source>A single dot</source>
        <translation>Ein einzelner Punkt</translation>
    </message>
    <message>
        <source>A square</source>
        <translation>Ein Quadrat</translation>
    </message>
    <message>
        <source>A vertical edge</source>
        <translation>Eine senkrechte Kante</translation>
    </message>
    <message>
        <source>All numbers of the kernel together: what it makes of a flat area of 1.</source>
        <translation>Alle Zahlen des Kernels zusammen: was er aus einer glatten Fläche von 1 macht.</translation>
    </message>
    <message>
        <source>All pictures are grey, and so are the samples.</source>
        <translation>Alle Bilder sind grau, und damit auch die Beispiele.</translation>
    </message>
    <message>
        <source>All pictures are of one class, {:s}: there is nothing to tell apart.</source>
        <translation>Alle Bilder gehören zu einer Klasse, {:s}: Es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>As it looks</source>
        <translation>Wie es aussieht</translation>
    </message>
    <message>
        <source>As the pictures</source>
        <translation>Wie die Bilder</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>BMP</source>
        <translation>BMP</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>Zwischen Spalten</translation>
    </message>
    <message>
        <source>Bricks</source>
        <translation>Ziegel</translation>
    </message>
    <message>
        <source>Brightness (%)</source>
        <translation>Helligkeit (%)</translation>
    </message>
    <message>
        <source>By how many degrees a training picture is turned at most, either way. Where what is to be told apart are turns of one another, as 6 and 9 are, stay well below 90.</source>
        <translation>Um wie viel Grad ein Trainingsbild höchstens gedreht wird, in beide Richtungen. Wo sich das, was unterschieden werden soll, durch Drehen ineinander verwandelt, wie 6 und 9, bleib deutlich unter 90.</translation>
    </message>
    <message>
        <source>By how much the output is brighter in the mean than the pixels that it was made of; 255 is from black to white.</source>
        <translation>Um wie viel die Ausgabe im Mittel heller ist als die Bildpunkte, aus denen sie entstand; 255 ist von Schwarz bis Weiß.</translation>
    </message>
    <message>
        <source>CC0Textures, public domain (CC0)</source>
        <translation>CC0Textures, gemeinfrei (CC0)</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>Change of brightness</source>
        <translation>Änderung der Helligkeit</translation>
    </message>
    <message>
        <source>Change of brightness (%)</source>
        <translation>Änderung der Helligkeit (%)</translation>
    </message>
    <message>
        <source>Change of size</source>
        <translation>Änderung der Größe</translation>
    </message>
    <message>
        <source>Change of size (%)</source>
        <translation>Änderung der Größe (%)</translation>
    </message>
    <message>
        <source>Choose a network whose input is height, width and channels.</source>
        <translation>Wähle ein Netz, dessen Eingabe Höhe, Breite und Kanäle hat.</translation>
    </message>
    <message>
        <source>Choose a smaller size: {} fits.</source>
        <translation>Wähle eine kleinere Größe: {} passt.</translation>
    </message>
    <message>
        <source>Choose another column as the target first.</source>
        <translation>Wähle erst eine andere Spalte als Ziel.</translation>
    </message>
    <message>
        <source>Choose another column as the target.</source>
        <translation>Wähle eine andere Spalte als Ziel.</translation>
    </message>
    <message>
        <source>Choose classes instead of values, or another column as the target.</source>
        <translation>Wähle Klassen statt Werte oder eine andere Spalte als Ziel.</translation>
    </message>
    <message>
        <source>Choose the file with the numbers.</source>
        <translation>Wähle die Datei mit den Zahlen.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Coloured shapes</source>
        <translation>Bunte Formen</translation>
    </message>
    <message>
        <source>Columns that are not learned from, parted by semicolons.</source>
        <translation>Spalten, aus denen nicht gelernt wird, durch Semikolons getrennt.</translation>
    </message>
    <message>
        <source>Columns without a name of their own are called {}.</source>
        <translation>Spalten ohne eigenen Namen heißen {}.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Comma: 3,14</source>
        <translation>Komma: 3,14</translation>
    </message>
    <message>
        <source>Copy its numbers into a table, and save that as CSV.</source>
        <translation>Übertrage seine Zahlen in eine Tabelle und speichere sie als CSV.</translation>
    </message>
    <message>
        <source>Cup</source>
        <translation>Tasse</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Direction in degrees</source>
        <translation>Richtung in Grad</translation>
    </message>
    <message>
        <source>Download the table itself: often a link says &quot;raw&quot; or &quot;download&quot;.</source>
        <translation>Lade die Tabelle selbst herunter: Oft heißt ein Link „raw“ oder „download“.</translation>
    </message>
    <message>
        <source>EXIF</source>
        <translation>EXIF</translation>
    </message>
    <message>
        <source>Each picture is what a neuron looks for in an image: grey where it does not care, and in the colours that raise its number.</source>
        <translation>Jedes Bild ist das, wonach ein Neuron in einem Bild sucht: grau, wo es ihm gleich ist, und in den Farben, die seine Zahl erhöhen.</translation>
    </message>
    <message>
        <source>Each picture is what the network looks for in an image before it calls it that class. Where it is redder than grey, red speaks for the class, and likewise green and blue; lighter than grey: light speaks for it; darker: light speaks against it.</source>
        <translation>Jedes Bild ist das, wonach das Netz in einem Bild sucht, bevor es diese Klasse nennt. Wo es röter ist als Grau, spricht Rot für die Klasse, ebenso Grün und Blau; heller als Grau: Licht spricht dafür; dunkler: Licht spricht dagegen.</translation>
    </message>
    <message>
        <source>Fill missing values with the mean instead, or leave out the columns that lack them.</source>
        <translation>Fülle fehlende Werte mit dem Mittel auf, oder lass die Spalten weg, in denen sie fehlen.</translation>
    </message>
    <message>
        <source>Fill them in</source>
        <translation>Auffüllen</translation>
    </message>
    <message>
        <source>Finds edges, then corners, then parts of shapes, in colour and wherever they lie.</source>
        <translation>Findet Kanten, dann Ecken, dann Teile von Formen, in Farbe und wo immer sie liegen.</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Floor f</source>
        <translation>Untergrenze f</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>Wird erkannt</translation>
    </message>
    <message>
        <source>From 0 to 1</source>
        <translation>Von 0 bis 1</translation>
    </message>
    <message>
        <source>GIF8</source>
        <translation>GIF8</translation>
    </message>
    <message>
        <source>Give a folder that holds a folder of PNG, JPEG, BMP or WebP pictures for each class.</source>
        <translation>Gib einen Ordner an, der für jede Klasse einen Ordner mit PNG-, JPEG-, BMP- oder WebP-Bildern enthält.</translation>
    </message>
    <message>
        <source>Give the CSV file itself.</source>
        <translation>Gib die CSV-Datei selbst an.</translation>
    </message>
    <message>
        <source>Give the step its &quot;scene&quot;: {&quot;kind&quot;: &quot;filter&quot;}.</source>
        <translation>Gib dem Schritt seine &quot;scene&quot;: {&quot;kind&quot;: &quot;filter&quot;}.</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Half of the training pictures, chosen by chance, are mirrored left to right. Leave it off where a mirror image is something else, or nothing at all: a mirrored 2 is no 2.</source>
        <translation>Die Hälfte der Trainingsbilder, vom Zufall ausgesucht, wird von links nach rechts gespiegelt. Lass es aus, wo ein Spiegelbild etwas anderes ist oder gar nichts: Eine gespiegelte 2 ist keine 2.</translation>
    </message>
    <message>
        <source>How far a training picture is moved at most, as a share of its side, up or down and to either side. What comes in at an edge is that edge again.</source>
        <translation>Wie weit ein Trainingsbild höchstens verschoben wird, als Anteil seiner Seite, nach oben oder unten und nach beiden Seiten. Was an einem Rand hereinkommt, ist dieser Rand noch einmal.</translation>
    </message>
    <message>
        <source>How far at most: pixels of a shift, degrees of a turn, percent of size or brightness, the standard deviation of noise (white is 1). 0: as far as is usual.</source>
        <translation>Wie weit höchstens: Pixel einer Verschiebung, Grad einer Drehung, Prozent von Größe oder Helligkeit, die Standardabweichung des Rauschens (Weiß ist 1). 0: so weit wie üblich.</translation>
    </message>
    <message>
        <source>How many columns come out of the filter.</source>
        <translation>Wie viele Spalten aus dem Filter herauskommen.</translation>
    </message>
    <message>
        <source>How many of them were no more than 10 off; of outputs that are the same, one counts.</source>
        <translation>Wie viele davon höchstens um 10 danebenlagen; von gleichen Ausgaben zählt eine.</translation>
    </message>
    <message>
        <source>How many outputs were guessed since the step was entered.</source>
        <translation>Wie viele Ausgaben geschätzt wurden, seit der Schritt begann.</translation>
    </message>
    <message>
        <source>How many rows come out of the filter.</source>
        <translation>Wie viele Zeilen aus dem Filter herauskommen.</translation>
    </message>
    <message>
        <source>How much chance is added to each number of a training picture: the standard deviation, where black is 0 and white is 1.</source>
        <translation>Wie viel Zufall zu jeder Zahl eines Trainingsbilds addiert wird: die Standardabweichung, wobei Schwarz 0 ist und Weiß 1.</translation>
    </message>
    <message>
        <source>How much larger or smaller a training picture becomes at most: 0.2 is from 0.8 to 1.2 times its size.</source>
        <translation>Wie viel größer oder kleiner ein Trainingsbild höchstens wird: 0,2 heißt vom 0,8- bis zum 1,2-Fachen seiner Größe.</translation>
    </message>
    <message>
        <source>How much neighbours differ in the output, over how much those pixels do: below 1 it blurs, above 1 it sharpens.</source>
        <translation>Wie sehr sich Nachbarn in der Ausgabe unterscheiden, geteilt durch das, was es bei jenen Bildpunkten war: Unter 1 zeichnet er weich, über 1 schärft er.</translation>
    </message>
    <message>
        <source>How numbers with decimals are written.</source>
        <translation>Wie Zahlen mit Nachkommastellen geschrieben sind.</translation>
    </message>
    <message>
        <source>How the columns of numbers are scaled: networks learn numbers near 1 best.</source>
        <translation>Wie die Spalten mit Zahlen skaliert werden: Netze lernen Zahlen nahe 1 am besten.</translation>
    </message>
    <message>
        <source>II*</source>
        <translation>II*</translation>
    </message>
    <message>
        <source>If it has more, choose the delimiter that parts them.</source>
        <translation>Hat sie mehr, wähle das Zeichen, das sie trennt.</translation>
    </message>
    <message>
        <source>In how many amounts, from none at all to the largest.</source>
        <translation>In wie vielen Beträgen, von gar keinem bis zum größten.</translation>
    </message>
    <message>
        <source>In the rows that are left, the same number stands everywhere in {}.</source>
        <translation>In den Zeilen, die bleiben, steht überall dieselbe Zahl in {}.</translation>
    </message>
    <message>
        <source>In the target column &quot;{:s}&quot;, &quot;{:s}&quot; in row {} is no number: marks between thousands are not guessed.</source>
        <translation>In der Zielspalte „{:s}“ ist „{:s}“ in Zeile {} keine Zahl: Trennzeichen zwischen Tausendern werden nicht geraten.</translation>
    </message>
    <message>
        <source>In {} of the pictures something is transparent; it was laid on white.</source>
        <translation>In {} der Bilder ist etwas durchsichtig; es wurde auf Weiß gelegt.</translation>
    </message>
    <message>
        <source>Is a quotation mark missing there?</source>
        <translation>Fehlt dort ein Anführungszeichen?</translation>
    </message>
    <message>
        <source>Is another mark between the columns?</source>
        <translation>Trennt ein anderes Zeichen die Spalten?</translation>
    </message>
    <message>
        <source>It begins with {}.</source>
        <translation>Sie beginnt mit {}.</translation>
    </message>
    <message>
        <source>It is a BMP picture {}.</source>
        <translation>Es ist ein BMP-Bild {}.</translation>
    </message>
    <message>
        <source>It is a WebP animation.</source>
        <translation>Es ist eine WebP-Animation.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>It is not a picture that can be read.</source>
        <translation>Es ist kein Bild, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>It is not saved as UTF-8, so its letters are read as Windows-1252. Where they look wrong, save it as UTF-8.</source>
        <translation>Sie ist nicht als UTF-8 gespeichert, daher werden ihre Buchstaben als Windows-1252 gelesen. Sehen sie falsch aus, speichere sie als UTF-8.</translation>
    </message>
    <message>
        <source>It is saved as UTF-16.</source>
        <translation>Sie ist als UTF-16 gespeichert.</translation>
    </message>
    <message>
        <source>It is {}.</source>
        <translation>Es ist {}.</translation>
    </message>
    <message>
        <source>Its first row is taken for data, so its columns are numbered.</source>
        <translation>Die erste Zeile gilt als Daten, daher sind die Spalten nummeriert.</translation>
    </message>
    <message>
        <source>Its numbers have a decimal comma.</source>
        <translation>Ihre Zahlen haben ein Dezimalkomma.</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Keep fewer columns of the table.</source>
        <translation>Behalte weniger Spalten der Tabelle.</translation>
    </message>
    <message>
        <source>Keep fewer rows of it.</source>
        <translation>Behalte weniger Zeilen davon.</translation>
    </message>
    <message>
        <source>Keep fewer rows, or leave columns out.</source>
        <translation>Behalte weniger Zeilen oder lass Spalten weg.</translation>
    </message>
    <message>
        <source>Largest amount</source>
        <translation>Größter Betrag</translation>
    </message>
    <message>
        <source>Lav Varshney, public domain (CC0)</source>
        <translation>Lav Varshney, gemeinfrei (CC0)</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>Zeile weglassen</translation>
    </message>
    <message>
        <source>Left out by hand: {}.</source>
        <translation>Von Hand weggelassen: {}.</translation>
    </message>
    <message>
        <source>Left out, as each row has another text there: {}.</source>
        <translation>Weggelassen, weil dort in jeder Zeile ein anderer Text steht: {}.</translation>
    </message>
    <message>
        <source>Left out, as it only counts the rows: {}.</source>
        <translation>Weggelassen, weil es nur die Zeilen zählt: {}.</translation>
    </message>
    <message>
        <source>Left out, as marks between thousands are not guessed (row and what stands there): {}.</source>
        <translation>Weggelassen, weil Trennzeichen zwischen Tausendern nicht geraten werden (Zeile und was dort steht): {}.</translation>
    </message>
    <message>
        <source>Left out, as no row has a value there: {}.</source>
        <translation>Weggelassen, weil keine Zeile dort einen Wert hat: {}.</translation>
    </message>
    <message>
        <source>Left out, as the same stands there in every row: {}.</source>
        <translation>Weggelassen, weil dort in jeder Zeile dasselbe steht: {}.</translation>
    </message>
    <message>
        <source>Left out, as there are more than {} different texts: {}.</source>
        <translation>Weggelassen, weil es mehr als {} verschiedene Texte gibt: {}.</translation>
    </message>
    <message>
        <source>MM</source>
        <translation>MM</translation>
    </message>
    <message>
        <source>Make it smaller first.</source>
        <translation>Verkleinere es zuerst.</translation>
    </message>
    <message>
        <source>Man with a camera</source>
        <translation>Mann mit Kamera</translation>
    </message>
    <message>
        <source>Marks behind it</source>
        <translation>Flecken dahinter</translation>
    </message>
    <message>
        <source>Marks behind the shape</source>
        <translation>Flecken hinter der Form</translation>
    </message>
    <message>
        <source>Mean 0, deviation 1</source>
        <translation>Mittel 0, Abweichung 1</translation>
    </message>
    <message>
        <source>Mean tolerance</source>
        <translation>Mittlere Toleranz</translation>
    </message>
    <message>
        <source>Middle square</source>
        <translation>Mittleres Quadrat</translation>
    </message>
    <message>
        <source>Missing numbers became their column&apos;s mean (how many: mean): {}.</source>
        <translation>Fehlende Zahlen wurden zum Mittel ihrer Spalte (wie viele: Mittel): {}.</translation>
    </message>
    <message>
        <source>Missing texts became their column&apos;s most frequent one (how many: text): {}.</source>
        <translation>Fehlende Texte wurden zum häufigsten ihrer Spalte (wie viele: Text): {}.</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Fehlende Werte</translation>
    </message>
    <message>
        <source>More shift in the test, in pixels</source>
        <translation>Zusätzlicher Versatz im Test, in Pixeln</translation>
    </message>
    <message>
        <source>Most rows don&apos;t have {} fields, as the first has: row {} has {}.</source>
        <translation>Die meisten Zeilen haben nicht {} Felder wie die erste: Zeile {} hat {}.</translation>
    </message>
    <message>
        <source>Names of columns</source>
        <translation>Namen der Spalten</translation>
    </message>
    <message>
        <source>No column is left to learn from: all others than the target are left out.</source>
        <translation>Keine Spalte bleibt, aus der gelernt werden kann: Alle außer dem Ziel sind weggelassen.</translation>
    </message>
    <message>
        <source>No picture of this folder can be read. {:s}: {}</source>
        <translation>Kein Bild in diesem Ordner lässt sich lesen. {:s}: {}</translation>
    </message>
    <message>
        <source>No picture to filter is named &quot;{:s}&quot;.</source>
        <translation>Kein Bild zum Filtern heißt &quot;{:s}&quot;.</translation>
    </message>
    <message>
        <source>No row is left of {}.</source>
        <translation>Keine Zeile bleibt von {}.</translation>
    </message>
    <message>
        <source>No row is left: in each of them a value is missing.</source>
        <translation>Keine Zeile bleibt: In jeder fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Noise (standard deviation)</source>
        <translation>Rauschen (Standardabweichung)</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Numbers are scaled over all rows: their least becomes 0, their largest 1. Both were: {}.</source>
        <translation>Zahlen werden über alle Zeilen skaliert: Die kleinste wird 0, die größte 1. Beide waren: {}.</translation>
    </message>
    <message>
        <source>Numbers are standardised over all rows: their mean becomes 0, their standard deviation 1. Both were: {}.</source>
        <translation>Zahlen werden über alle Zeilen standardisiert: Ihr Mittel wird 0, ihre Standardabweichung 1. Beide waren: {}.</translation>
    </message>
    <message>
        <source>Numbers go in as they are: {}.</source>
        <translation>Zahlen gehen unverändert hinein: {}.</translation>
    </message>
    <message>
        <source>Of pictures of {} the largest middle square was taken and scaled to {} × {}.</source>
        <translation>Von Bildern mit {} wurde das größte mittlere Quadrat genommen und auf {} × {} gebracht.</translation>
    </message>
    <message>
        <source>Open it in the program that it is from, and save it as CSV.</source>
        <translation>Öffne es in dem Programm, aus dem es stammt, und speichere es als CSV.</translation>
    </message>
    <message>
        <source>PAR1</source>
        <translation>PAR1</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>PNG, JPEG, BMP and WebP pictures can be read.</source>
        <translation>PNG-, JPEG-, BMP- und WebP-Bilder lassen sich lesen.</translation>
    </message>
    <message>
        <source>Photographs and their edges</source>
        <translation>Fotos und ihre Kanten</translation>
    </message>
    <message>
        <source>Pictures of your own: each folder within the folder is a class.</source>
        <translation>Deine eigenen Bilder: Jeder Ordner im Ordner ist eine Klasse.</translation>
    </message>
    <message>
        <source>Pictures of {} were scaled to fit into {} × {}, with black around.</source>
        <translation>Bilder mit {} wurden so skaliert, dass sie in {} × {} passen, mit Schwarz darum herum.</translation>
    </message>
    <message>
        <source>Pictures of {} were scaled to {} × {}, whatever their proportions.</source>
        <translation>Bilder mit {} wurden auf {} × {} gebracht, gleich welche Proportionen sie haben.</translation>
    </message>
    <message>
        <source>Pictures shifted by {:.3g} pixels</source>
        <translation>Um {:.3g} Pixel verschobene Bilder</translation>
    </message>
    <message>
        <source>Pictures turned by {:.3g}°</source>
        <translation>Um {:.3g}° gedrehte Bilder</translation>
    </message>
    <message>
        <source>Pictures with noise of {:.3g}</source>
        <translation>Bilder mit einem Rauschen von {:.3g}</translation>
    </message>
    <message>
        <source>Pictures {:.3g} % brighter or darker</source>
        <translation>Um {:.3g} % hellere oder dunklere Bilder</translation>
    </message>
    <message>
        <source>Pictures {:.3g} % larger or smaller</source>
        <translation>Um {:.3g} % größere oder kleinere Bilder</translation>
    </message>
    <message>
        <source>Point: 3.14</source>
        <translation>Punkt: 3.14</translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder of their own.</source>
        <translation>Lege die Bilder jeder Klasse in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>RIFF</source>
        <translation>RIFF</translation>
    </message>
    <message>
        <source>Rachel Michetti, public domain (CC0)</source>
        <translation>Rachel Michetti, gemeinfrei (CC0)</translation>
    </message>
    <message>
        <source>Random flip</source>
        <translation>Zufälliges Spiegeln</translation>
    </message>
    <message>
        <source>Random noise</source>
        <translation>Zufälliges Rauschen</translation>
    </message>
    <message>
        <source>Random shift</source>
        <translation>Zufälliger Versatz</translation>
    </message>
    <message>
        <source>Random size</source>
        <translation>Zufällige Größe</translation>
    </message>
    <message>
        <source>Random turn</source>
        <translation>Zufällige Drehung</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>Richtige Antworten</translation>
    </message>
    <message>
        <source>Row {:s} is left out: the number of its fields is {} instead of {}.</source>
        <translation>Zeile {:s} ist weggelassen: Die Zahl ihrer Felder ist {} statt {}.</translation>
    </message>
    <message>
        <source>Rows left out, as something is missing in them: {}. How many lack it, by column: {}.</source>
        <translation>Weggelassene Zeilen, weil etwas in ihnen fehlt: {}. In wie vielen es fehlt, nach Spalten: {}.</translation>
    </message>
    <message>
        <source>Rows left out, as their target is missing or no number: {}.</source>
        <translation>Weggelassene Zeilen, weil ihr Ziel fehlt oder keine Zahl ist: {}.</translation>
    </message>
    <message>
        <source>Rows of a table saved as CSV: one column is learned from the others.</source>
        <translation>Zeilen einer als CSV gespeicherten Tabelle: Eine Spalte wird aus den anderen gelernt.</translation>
    </message>
    <message>
        <source>Save the table as CSV in UTF-8.</source>
        <translation>Speichere die Tabelle als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>Say &quot;{:s}&quot;: true there.</source>
        <translation>Schreib dort &quot;{:s}&quot;: true.</translation>
    </message>
    <message>
        <source>Scale numbers</source>
        <translation>Zahlen skalieren</translation>
    </message>
    <message>
        <source>Selectivity</source>
        <translation>Selektivität</translation>
    </message>
    <message>
        <source>Selectivity says how many times farther apart a layer&apos;s answers to two classes are than those to two pictures of one class. At 1 it does not tell classes apart.</source>
        <translation>Die Selektivität sagt, wievielmal so weit die Antworten einer Schicht auf zwei Klassen auseinanderliegen wie die auf zwei Bilder einer Klasse. Bei 1 unterscheidet sie die Klassen nicht.</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Shapes: convolutional network</source>
        <translation>Formen: Faltungsnetz</translation>
    </message>
    <message>
        <source>Shift (pixels)</source>
        <translation>Verschiebung (Pixel)</translation>
    </message>
    <message>
        <source>Shift in pixels</source>
        <translation>Versatz in Pixeln</translation>
    </message>
    <message>
        <source>Shift, as a share of the side</source>
        <translation>Verschiebung, als Anteil der Seite</translation>
    </message>
    <message>
        <source>Shifted down (px)</source>
        <translation>Nach unten verschoben (px)</translation>
    </message>
    <message>
        <source>Shifted right (px)</source>
        <translation>Nach rechts verschoben (px)</translation>
    </message>
    <message>
        <source>Shows how far what each layer answers stays the same when pictures are shifted, turned or changed otherwise: its invariance.</source>
        <translation>Zeigt, wie weit die Antwort jeder Schicht gleich bleibt, wenn Bilder verschoben, gedreht oder anders verändert werden: ihre Invarianz.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size (%)</source>
        <translation>Größe (%)</translation>
    </message>
    <message>
        <source>Small pieces of photographs, each with its edges: nobody says with which filter they were found.</source>
        <translation>Kleine Stücke von Fotos, jedes mit seinen Kanten: Niemand sagt, mit welchem Filter sie gefunden wurden.</translation>
    </message>
    <message>
        <source>Still pictures can be read.</source>
        <translation>Stehende Bilder lassen sich lesen.</translation>
    </message>
    <message>
        <source>Stretched</source>
        <translation>Gestreckt</translation>
    </message>
    <message>
        <source>Stéfan van der Walt, public domain (CC0)</source>
        <translation>Stéfan van der Walt, gemeinfrei (CC0)</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Take some of them out.</source>
        <translation>Nimm einige davon heraus.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Texts become a feature for each different one, 1 where it stands and 0 elsewhere (one-hot): {}.</source>
        <translation>Aus Texten wird je ein Merkmal für jeden verschiedenen, 1 wo er steht und sonst 0 (One-Hot): {}.</translation>
    </message>
    <message>
        <source>The chart shows {} of {} layers; the table has all of them.</source>
        <translation>Das Diagramm zeigt {} von {} Schichten; in der Tabelle stehen alle.</translation>
    </message>
    <message>
        <source>The class {:s} of the test was left out: there is none to learn from.</source>
        <translation>Die Klasse {:s} des Tests wurde weggelassen: Zum Lernen gibt es sie nicht.</translation>
    </message>
    <message>
        <source>The class {:s} was left out: it has no picture that can be read.</source>
        <translation>Die Klasse {:s} wurde weggelassen: Sie hat kein Bild, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>The column &quot;{:s}&quot; is the target and can&apos;t be left out.</source>
        <translation>Die Spalte „{:s}“ ist das Ziel und kann nicht weggelassen werden.</translation>
    </message>
    <message>
        <source>The column that the network learns to tell; the last, if none is given.</source>
        <translation>Die Spalte, die das Netz vorherzusagen lernt; ohne Angabe die letzte.</translation>
    </message>
    <message>
        <source>The course has no name in English.</source>
        <translation>Der Kurs hat keinen Namen auf Englisch.</translation>
    </message>
    <message>
        <source>The file has {} MiB; tables of up to {} MiB are read.</source>
        <translation>Die Datei hat {} MiB; gelesen werden Tabellen bis {} MiB.</translation>
    </message>
    <message>
        <source>The file&apos;s size can&apos;t be read.</source>
        <translation>Die Größe der Datei ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>The first of them is &quot;{:s}&quot;, {}.</source>
        <translation>Die erste davon ist „{:s}“, {}.</translation>
    </message>
    <message>
        <source>The folder can&apos;t be read: {}.</source>
        <translation>Der Ordner lässt sich nicht lesen: {}.</translation>
    </message>
    <message>
        <source>The folder holds no folder with pictures.</source>
        <translation>Der Ordner enthält keinen Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>The folder holds {} classes; at most {} are read.</source>
        <translation>Der Ordner enthält {} Klassen; höchstens {} werden gelesen.</translation>
    </message>
    <message>
        <source>The folder {:s} can&apos;t be read: {}.</source>
        <translation>Der Ordner {:s} lässt sich nicht lesen: {}.</translation>
    </message>
    <message>
        <source>The folder {:s} was left out: folders within a class are not looked into.</source>
        <translation>Der Ordner {:s} wurde weggelassen: In Ordner innerhalb einer Klasse wird nicht hineingesehen.</translation>
    </message>
    <message>
        <source>The folder {:s} was left out: it is empty.</source>
        <translation>Der Ordner {:s} wurde weggelassen: Er ist leer.</translation>
    </message>
    <message>
        <source>The folder {:s} was left out: it is neither {:s} nor test.</source>
        <translation>Der Ordner {:s} wurde weggelassen: Er ist weder {:s} noch test.</translation>
    </message>
    <message>
        <source>The folder {:s} was left out: what is kept aside to validate is taken from {:s}.</source>
        <translation>Der Ordner {:s} wurde weggelassen: Was zum Validieren beiseitegelegt wird, kommt aus {:s}.</translation>
    </message>
    <message>
        <source>The largest output, without its sign, where 0 above meets 1 below.</source>
        <translation>Die größte Ausgabe, ohne ihr Vorzeichen, wo oben 0 auf unten 1 trifft.</translation>
    </message>
    <message>
        <source>The largest output, without its sign, where 0 at the left meets 1 at the right.</source>
        <translation>Die größte Ausgabe, ohne ihr Vorzeichen, wo links 0 auf rechts 1 trifft.</translation>
    </message>
    <message>
        <source>The layers give {} numbers for a picture; at most {} can be compared.</source>
        <translation>Die Schichten geben {} Zahlen für ein Bild; höchstens {} lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>The list of runs is no list.</source>
        <translation>Die Liste der Läufe ist keine Liste.</translation>
    </message>
    <message>
        <source>The list of your runs is damaged and was left out.</source>
        <translation>Die Liste deiner Läufe ist beschädigt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The network does not look at pictures, and nothing else can be shifted or turned.</source>
        <translation>Das Netz sieht sich keine Bilder an, und etwas anderes lässt sich nicht verschieben oder drehen.</translation>
    </message>
    <message>
        <source>The network has no Convolution with one filter alone.</source>
        <translation>Das Netz hat keine Faltung mit nur einem Filter.</translation>
    </message>
    <message>
        <source>The network still gets {:.0f} % of {} such pictures right; {:.0f} % of them as they are.</source>
        <translation>Das Netz erkennt noch {:.0f} % von {} solchen Bildern richtig; {:.0f} % davon, wie sie sind.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; can&apos;t be &quot;{:s}&quot;.</source>
        <translation>Die Option &quot;{:s}&quot; kann nicht &quot;{:s}&quot; sein.</translation>
    </message>
    <message>
        <source>The option &quot;{:s}&quot; is a text in quotes, not {}.</source>
        <translation>Die Option &quot;{:s}&quot; ist ein Text in Anführungszeichen, nicht {}.</translation>
    </message>
    <message>
        <source>The output where the window is.</source>
        <translation>Die Ausgabe dort, wo das Fenster ist.</translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>Das Bild hat keine Pixel.</translation>
    </message>
    <message>
        <source>The picture is {} × {} pixels; at most {} a side and {} million in all are read.</source>
        <translation>Das Bild hat {} × {} Pixel; gelesen werden höchstens {} je Seite und {} Millionen insgesamt.</translation>
    </message>
    <message>
        <source>The picture that the filter is slid over.</source>
        <translation>Das Bild, über das der Filter geschoben wird.</translation>
    </message>
    <message>
        <source>The picture would take {} MiB of memory; at most {} MiB are given to one.</source>
        <translation>Das Bild würde {} MiB Speicher brauchen; höchstens {} MiB bekommt eines.</translation>
    </message>
    <message>
        <source>The pictures of this folder have no class: they are in no folder of their own.</source>
        <translation>Die Bilder in diesem Ordner haben keine Klasse: Sie liegen in keinem eigenen Ordner.</translation>
    </message>
    <message>
        <source>The pixels of each side of the samples, which are square</source>
        <translation>Wie viele Pixel jede Seite der quadratischen Beispiele hat</translation>
    </message>
    <message>
        <source>The row has more than {} fields.</source>
        <translation>Die Zeile hat mehr als {} Felder.</translation>
    </message>
    <message>
        <source>The same of one that grows downwards.</source>
        <translation>Dasselbe bei einem, das nach unten wächst.</translation>
    </message>
    <message>
        <source>The scene has &quot;{:s}&quot; switched off.</source>
        <translation>In der Szene ist &quot;{:s}&quot; ausgeschaltet.</translation>
    </message>
    <message>
        <source>The table has a single column, and so nothing to learn the target from.</source>
        <translation>Die Tabelle hat nur eine Spalte, also nichts, woraus sich das Ziel lernen ließe.</translation>
    </message>
    <message>
        <source>The table has more than {} rows.</source>
        <translation>Die Tabelle hat mehr als {} Zeilen.</translation>
    </message>
    <message>
        <source>The table has no column named &quot;{:s}&quot;.</source>
        <translation>Die Tabelle hat keine Spalte namens „{:s}“.</translation>
    </message>
    <message>
        <source>The table has no rows but the names of its columns.</source>
        <translation>Die Tabelle hat keine Zeilen außer den Namen ihrer Spalten.</translation>
    </message>
    <message>
        <source>The table has {} rows and 1 column.</source>
        <translation>Die Tabelle hat {} Zeilen und 1 Spalte.</translation>
    </message>
    <message>
        <source>The table has {} rows and {} columns, parted by {}.</source>
        <translation>Die Tabelle hat {} Zeilen und {} Spalten, getrennt durch {}.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Die Tabelle ist leer.</translation>
    </message>
    <message>
        <source>The table would become {} rows of {} features, more than {} million numbers.</source>
        <translation>Aus der Tabelle würden {} Zeilen mit {} Merkmalen, mehr als {} Millionen Zahlen.</translation>
    </message>
    <message>
        <source>The target column &quot;{:s}&quot; has &quot;{:s}&quot; in every row: there is nothing to tell apart.</source>
        <translation>Die Zielspalte „{:s}“ hat „{:s}“ in jeder Zeile: Es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>The target column &quot;{:s}&quot; has another text in each of its {} rows: there is nothing to learn from several of a kind.</source>
        <translation>Die Zielspalte „{:s}“ hat in jeder ihrer {} Zeilen einen anderen Text: Von keiner Art gibt es mehrere, aus denen zu lernen wäre.</translation>
    </message>
    <message>
        <source>The target column &quot;{:s}&quot; has more than {} different values, too many for classes.</source>
        <translation>Die Zielspalte „{:s}“ hat mehr als {} verschiedene Werte, zu viele für Klassen.</translation>
    </message>
    <message>
        <source>The target column &quot;{:s}&quot; has no value in any row.</source>
        <translation>Die Zielspalte „{:s}“ hat in keiner Zeile einen Wert.</translation>
    </message>
    <message>
        <source>The target column &quot;{:s}&quot; has texts in it, no numbers.</source>
        <translation>In der Zielspalte „{:s}“ stehen Texte, keine Zahlen.</translation>
    </message>
    <message>
        <source>The target column &quot;{:s}&quot; has {} in every row: there is nothing to learn.</source>
        <translation>Die Zielspalte „{:s}“ hat in jeder Zeile {}: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>The target is &quot;{:s}&quot;, with values between {} and {}, as they are.</source>
        <translation>Das Ziel ist „{:s}“ mit Werten zwischen {} und {}, unverändert.</translation>
    </message>
    <message>
        <source>The target is &quot;{:s}&quot;, with values between {} and {}. They are counted in units of {}, as networks learn numbers near 1 best.</source>
        <translation>Das Ziel ist „{:s}“ mit Werten zwischen {} und {}. Sie werden in Einheiten von {} gezählt, weil Netze Zahlen nahe 1 am besten lernen.</translation>
    </message>
    <message>
        <source>The target is &quot;{:s}&quot;, with {} classes: {}.</source>
        <translation>Das Ziel ist „{:s}“ mit {} Klassen: {}.</translation>
    </message>
    <message>
        <source>The {:s} picture is damaged: {}.</source>
        <translation>Das {:s}-Bild ist beschädigt: {:s}.</translation>
    </message>
    <message>
        <source>There are more than {} runs.</source>
        <translation>Es sind mehr als {} Läufe.</translation>
    </message>
    <message>
        <source>There are no pictures of this split to compare.</source>
        <translation>In diesem Teil der Daten gibt es keine Bilder zu vergleichen.</translation>
    </message>
    <message>
        <source>There are no pictures to change.</source>
        <translation>Es gibt keine Bilder zu verändern.</translation>
    </message>
    <message>
        <source>There are open:layer/NAME, open:inside/NAME, open:lesson/ID, open:data, open:training, open:network and open:runs.</source>
        <translation>Es gibt open:layer/NAME, open:inside/NAME, open:lesson/ID, open:data, open:training, open:network und open:runs.</translation>
    </message>
    <message>
        <source>There is no file of this name that can be read.</source>
        <translation>Es gibt keine lesbare Datei dieses Namens.</translation>
    </message>
    <message>
        <source>There is no filter on this page.</source>
        <translation>Auf dieser Seite gibt es keinen Filter.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Für das Bild reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this table.</source>
        <translation>Für diese Tabelle reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>These samples are no pictures: nothing of them is changed at random.</source>
        <translation>Diese Beispiele sind keine Bilder: An ihnen wird nichts zufällig verändert.</translation>
    </message>
    <message>
        <source>This is a LibreOffice spreadsheet, and no CSV table.</source>
        <translation>Das ist ein LibreOffice-Tabellendokument und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a PDF document, and no CSV table.</source>
        <translation>Das ist ein PDF-Dokument und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a Parquet file, and no CSV table.</source>
        <translation>Das ist eine Parquet-Datei und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a ZIP archive, and no CSV table.</source>
        <translation>Das ist ein ZIP-Archiv und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a compressed file, and no CSV table.</source>
        <translation>Das ist eine gepackte Datei und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a database, and no CSV table.</source>
        <translation>Das ist eine Datenbank und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a page of the web, and no CSV table.</source>
        <translation>Das ist eine Webseite und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is a picture, and no CSV table.</source>
        <translation>Das ist ein Bild und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is an Excel workbook of the old kind, and no CSV table.</source>
        <translation>Das ist eine Excel-Arbeitsmappe der alten Art und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is an Excel workbook, and no CSV table.</source>
        <translation>Das ist eine Excel-Arbeitsmappe und keine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>This is no text file: there are zero bytes in it.</source>
        <translation>Das ist keine Textdatei: Es sind Nullbytes darin.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This only counts the rows: {}. Leave it out where it is no quantity.</source>
        <translation>Das zählt nur die Zeilen: {}. Lass es weg, wenn es keine Größe ist.</translation>
    </message>
    <message>
        <source>Those of 1, 4, 8, 24 and 32 bits that are not packed can be read.</source>
        <translation>Solche mit 1, 4, 8, 24 und 32 Bit, die nicht gepackt sind, lassen sich lesen.</translation>
    </message>
    <message>
        <source>Those that are smaller were made larger.</source>
        <translation>Kleinere wurden vergrößert.</translation>
    </message>
    <message>
        <source>To how many places the window was moved since the step was entered.</source>
        <translation>An wie viele Orte das Fenster bewegt wurde, seit der Schritt begann.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Tolerance (%)</source>
        <translation>Toleranz (%)</translation>
    </message>
    <message>
        <source>Tolerance is (s - f) / (1 - f), cut to 0 and 100 %. s: the mean cosine similarity of a layer&apos;s answers to a picture and to the changed one; f: that of its answers to different pictures. Both as seen from the mean of all its answers.</source>
        <translation>Die Toleranz ist (s - f) / (1 - f), begrenzt auf 0 bis 100 %. s: die mittlere Kosinus-Ähnlichkeit der Antworten einer Schicht auf ein Bild und auf das veränderte; f: die ihrer Antworten auf verschiedene Bilder. Beide vom Mittel aller ihrer Antworten aus gesehen.</translation>
    </message>
    <message>
        <source>Tolerance to changes</source>
        <translation>Toleranz gegen Veränderungen</translation>
    </message>
    <message>
        <source>Turn (degrees)</source>
        <translation>Drehung (Grad)</translation>
    </message>
    <message>
        <source>Turn in degrees</source>
        <translation>Drehung in Grad</translation>
    </message>
    <message>
        <source>Turn in degrees, either way</source>
        <translation>Drehung in Grad, in beide Richtungen</translation>
    </message>
    <message>
        <source>Turned clockwise (°)</source>
        <translation>Im Uhrzeigersinn gedreht (°)</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Entpacke sie erst.</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>WEBP</source>
        <translation>WEBP</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>What becomes of empty fields, and of NA, N/A, NaN, null, ? and -: the mean of the column or its most frequent text stands for them, or the row is left out.</source>
        <translation>Was aus leeren Feldern und aus NA, N/A, NaN, null, ? und - wird: Für sie steht das Mittel der Spalte oder ihr häufigster Text, oder die Zeile wird weggelassen.</translation>
    </message>
    <message>
        <source>What becomes of pictures that are not square</source>
        <translation>Was aus Bildern wird, die nicht quadratisch sind</translation>
    </message>
    <message>
        <source>What is done to the pictures. Where there are several directions, they take turns.</source>
        <translation>Was mit den Bildern gemacht wird. Wo es mehrere Richtungen gibt, wechseln sie sich ab.</translation>
    </message>
    <message>
        <source>What is kept of the answers of each layer</source>
        <translation>Was von den Antworten jeder Schicht bleibt</translation>
    </message>
    <message>
        <source>What is no number among numbers counts as missing (how many; the first one&apos;s row and what stands there): {}.</source>
        <translation>Was unter Zahlen keine Zahl ist, gilt als fehlend (wie viele; Zeile der ersten und was dort steht): {}.</translation>
    </message>
    <message>
        <source>What parts the columns from each other.</source>
        <translation>Was die Spalten voneinander trennt.</translation>
    </message>
    <message>
        <source>What the kernel makes of a picture that is 0 in the middle and grows by 1 a pixel to the right.</source>
        <translation>Was der Kernel aus einem Bild macht, das in der Mitte 0 ist und nach rechts je Bildpunkt um 1 wächst.</translation>
    </message>
    <message>
        <source>Where the window is: the column of its output, from 0 at the left.</source>
        <translation>Wo das Fenster ist: die Spalte seiner Ausgabe, von 0 links an.</translation>
    </message>
    <message>
        <source>Where the window is: the row of its output, from 0 at the top.</source>
        <translation>Wo das Fenster ist: die Zeile seiner Ausgabe, von 0 oben an.</translation>
    </message>
    <message>
        <source>Whether the first row has the names of the columns.</source>
        <translation>Ob in der ersten Zeile die Namen der Spalten stehen.</translation>
    </message>
    <message>
        <source>Whether the samples are grey or in colour</source>
        <translation>Ob die Beispiele grau oder farbig sind</translation>
    </message>
    <message>
        <source>Whether the target is a class or a value.</source>
        <translation>Ob das Ziel eine Klasse oder ein Wert ist.</translation>
    </message>
    <message>
        <source>Whole, on black</source>
        <translation>Ganz, auf Schwarz</translation>
    </message>
    <message>
        <source>With how many pictures, chosen by chance, but always the same ones.</source>
        <translation>Mit wie vielen Bildern, zufällig gewählt, aber immer denselben.</translation>
    </message>
    <message>
        <source>Write any(runs, accuracy &gt; 0.9), or runs.tested for their number.</source>
        <translation>Schreibe any(runs, accuracy &gt; 0.9), oder runs.tested für ihre Zahl.</translation>
    </message>
    <message>
        <source>Write for example &quot;{:s}&quot;. A question mark within a path is written %3F.</source>
        <translation>Schreibe zum Beispiel &quot;{:s}&quot;. Ein Fragezeichen in einem Pfad wird %3F geschrieben.</translation>
    </message>
    <message>
        <source>Write the numbers without such marks, and all with the same decimal mark.</source>
        <translation>Schreibe die Zahlen ohne solche Zeichen und alle mit demselben Dezimalzeichen.</translation>
    </message>
    <message>
        <source>Write {&quot;en&quot;: &quot;Convolutions&quot;}.</source>
        <translation>Schreib {&quot;en&quot;: &quot;Convolutions&quot;}.</translation>
    </message>
    <message>
        <source>Write {&quot;place&quot;: [3, 5]}.</source>
        <translation>Schreib {&quot;place&quot;: [3, 5]}.</translation>
    </message>
    <message>
        <source>&quot;runs&quot; can only stand in count, any and all.</source>
        <translation>„runs“ kann nur in count, any und all stehen.</translation>
    </message>
    <message>
        <source>&quot;{:s}&quot; is not one of {}.</source>
        <translation>&quot;{:s}&quot; ist keines von {}.</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a GIMP picture</source>
        <translation>ein GIMP-Bild</translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation>ein HEIC-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Photoshop picture</source>
        <translation>ein Photoshop-Bild</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>ein TIFF-Bild</translation>
    </message>
    <message>
        <source>a ZIP archive or a document</source>
        <translation>ein ZIP-Archiv oder ein Dokument</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>ein Film</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>always {:.6g}</source>
        <translation>immer {:.6g}</translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation>ein AVIF-Bild</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>ein XML-Dokument</translation>
    </message>
    <message>
        <source>by {:.1f} px down</source>
        <translation>um {:.1f} px nach unten</translation>
    </message>
    <message>
        <source>by {:.1f} px up</source>
        <translation>um {:.1f} px nach oben</translation>
    </message>
    <message>
        <source>gimp xcf</source>
        <translation>gimp xcf</translation>
    </message>
    <message>
        <source>has a {} that is neither true nor false</source>
        <translation>hat ein {}, das weder true noch false ist</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>ihm fehlt der Kopf</translation>
    </message>
    <message>
        <source>it has too many scans</source>
        <translation>es hat zu viele Durchgänge</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>it promises more pixels than it can hold</source>
        <translation>es verspricht mehr Pixel, als es enthalten kann</translation>
    </message>
    <message>
        <source>its pixels can&apos;t be unpacked, or it is cut off</source>
        <translation>seine Pixel lassen sich nicht entpacken, oder es ist abgeschnitten</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>von Hand weggelassen</translation>
    </message>
    <message>
        <source>left out: each row has another text</source>
        <translation>weggelassen: jede Zeile hat einen anderen Text</translation>
    </message>
    <message>
        <source>left out: it only counts the rows</source>
        <translation>weggelassen: es zählt nur die Zeilen</translation>
    </message>
    <message>
        <source>left out: marks between thousands are not guessed</source>
        <translation>weggelassen: Tausenderzeichen werden nicht geraten</translation>
    </message>
    <message>
        <source>left out: more than {} different texts</source>
        <translation>weggelassen: mehr als {} verschiedene Texte</translation>
    </message>
    <message>
        <source>left out: no row has a value</source>
        <translation>weggelassen: keine Zeile hat einen Wert</translation>
    </message>
    <message>
        <source>left out: the same in every row</source>
        <translation>weggelassen: in jeder Zeile dasselbe</translation>
    </message>
    <message>
        <source>marks behind it: {:.0f}</source>
        <translation>Flecken dahinter: {:.0f}</translation>
    </message>
    <message>
        <source>noise {:.2f}</source>
        <translation>Rauschen {:.2f}</translation>
    </message>
    <message>
        <source>numbers, {:.6g} to {:.6g}</source>
        <translation>Zahlen, {:.6g} bis {:.6g}</translation>
    </message>
    <message>
        <source>of an old kind</source>
        <translation>einer alten Art</translation>
    </message>
    <message>
        <source>of another depth</source>
        <translation>mit anderer Farbtiefe</translation>
    </message>
    <message>
        <source>row {}</source>
        <translation>Zeile {}</translation>
    </message>
    <message>
        <source>shifted by {:.1f} px to the left</source>
        <translation>um {:.1f} px nach links verschoben</translation>
    </message>
    <message>
        <source>shifted by {:.1f} px to the right</source>
        <translation>um {:.1f} px nach rechts verschoben</translation>
    </message>
    <message>
        <source>target, values</source>
        <translation>Ziel, Werte</translation>
    </message>
    <message>
        <source>target, {} classes</source>
        <translation>Ziel, {} Klassen</translation>
    </message>
    <message>
        <source>that is packed</source>
        <translation>das gepackt ist</translation>
    </message>
    <message>
        <source>train.py changes pictures within the same limits, by random numbers of its own.</source>
        <translation>train.py verändert Bilder in denselben Grenzen, mit eigenen Zufallszahlen.</translation>
    </message>
    <message>
        <source>turned by {:.0f}° to the left</source>
        <translation>um {:.0f}° nach links gedreht</translation>
    </message>
    <message>
        <source>turned by {:.0f}° to the right</source>
        <translation>um {:.0f}° nach rechts gedreht</translation>
    </message>
    <message>
        <source>unclear numbers, like &quot;{:s}&quot; in row {}</source>
        <translation>unklare Zahlen, wie „{:s}“ in Zeile {}</translation>
    </message>
    <message>
        <source>unnamed: 0</source>
        <translation>unnamed: 0</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>senkrechte Striche</translation>
    </message>
    <message>
        <source>{:.0f} % of its brightness</source>
        <translation>{:.0f} % der Helligkeit</translation>
    </message>
    <message>
        <source>{:.0f} % of its size</source>
        <translation>{:.0f} % der Größe</translation>
    </message>
    <message>
        <source>{:.3g} is too much: this change goes up to {:.3g}.</source>
        <translation>{:.3g} ist zu viel: diese Veränderung geht bis {:.3g}.</translation>
    </message>
    <message>
        <source>{:s} was left out. {}</source>
        <translation>{:s} wurde weggelassen. {}</translation>
    </message>
    <message>
        <source>{:s} was left out: it lies in no folder of a class.</source>
        <translation>{:s} wurde weggelassen: Es liegt in keinem Ordner einer Klasse.</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weitere</translation>
    </message>
    <message>
        <source>{} different texts</source>
        <translation>{} verschiedene Texte</translation>
    </message>
    <message>
        <source>{} features, one a text</source>
        <translation>{} Merkmale, je Text eines</translation>
    </message>
    <message>
        <source>{} files could not be read and were left out; each is named below.</source>
        <translation>{} Dateien ließen sich nicht lesen und wurden weggelassen; jede ist unten genannt.</translation>
    </message>
    <message>
        <source>{} hidden files and links were passed over.</source>
        <translation>{} versteckte Dateien und Verknüpfungen wurden übergangen.</translation>
    </message>
    <message>
        <source>{} more files beside it were left out, too.</source>
        <translation>{} weitere Dateien daneben wurden auch weggelassen.</translation>
    </message>
    <message>
        <source>{} more files were left out.</source>
        <translation>{} weitere Dateien wurden weggelassen.</translation>
    </message>
    <message>
        <source>{} of the {} pictures are grey; as others are not, all samples are in colour.</source>
        <translation>{} der {} Bilder sind grau; da andere es nicht sind, sind alle Beispiele farbig.</translation>
    </message>
    <message>
        <source>{} of your runs could not be read and were left out.</source>
        <translation>{} deiner Läufe konnten nicht gelesen werden und wurden weggelassen.</translation>
    </message>
    <message>
        <source>{} pictures of {} × {} would take {} MiB of memory; at most {} MiB are taken.</source>
        <translation>{} Bilder von {} × {} würden {} MiB Speicher brauchen; höchstens {} MiB werden genommen.</translation>
    </message>
    <message>
        <source>{} rows are left out, as they don&apos;t have {} fields; the first are, with how many they have: {}.</source>
        <translation>{} Zeilen sind weggelassen, weil sie nicht {} Felder haben; die ersten, mit der Zahl ihrer Felder: {}.</translation>
    </message>
    <message>
        <source>{} × {} pixels</source>
        <translation>{} × {} Pixeln</translation>
    </message>
    <message>
        <source>{} × {} to {} × {} pixels</source>
        <translation>{} × {} bis {} × {} Pixeln</translation>
    </message>
    <message>
        <source>{}: the first layer, {:s}, keeps {:.0f} % of its pattern, the last one, {:s}, {:.0f} %.</source>
        <translation>{}: die erste Schicht, {:s}, behält {:.0f} % ihres Musters, die letzte, {:s}, {:.0f} %.</translation>
    </message>
    <message>
        <source>{}: the layer {:s} keeps {:.0f} % of its pattern.</source>
        <translation>{}: die Schicht {:s} behält {:.0f} % ihres Musters.</translation>
    </message>
    <message>
        <source>{}: tolerance and selectivity</source>
        <translation>{}: Toleranz und Selektivität</translation>
    </message>
    <message>
        <source>{}; no number in {}: &quot;{:s}&quot; in row {}</source>
        <translation>{}; keine Zahl in {}: „{:s}“ in Zeile {}</translation>
    </message>
    <message>
        <source>Behind which layer the new one goes is not said.</source>
        <translation>Hinter welche Schicht die neue kommt, ist nicht gesagt.</translation>
    </message>
    <message>
        <source>Circles, squares, triangles, stars, crosses and rings in any colour, shifted, turned, lit and surrounded as you like, 32 x 32 pixels.</source>
        <translation>Kreise, Quadrate, Dreiecke, Sterne, Kreuze und Ringe in allen Farben, verschoben, gedreht, beleuchtet und umgeben, wie du magst, 32 x 32 Pixel.</translation>
    </message>
    <message>
        <source>Only on an empty canvas can &quot;after&quot; be absent.</source>
        <translation>Nur auf einer leeren Zeichenfläche kann &quot;after&quot; fehlen.</translation>
    </message>
    <message>
        <source>The folder holds more than {} files and folders.</source>
        <translation>Der Ordner enthält mehr als {} Dateien und Ordner.</translation>
    </message>
    <message>
        <source>What should come out are pictures, too: nothing of them is changed at random.</source>
        <translation>Auch was herauskommen soll, sind Bilder: Nichts an ihnen wird zufällig verändert.</translation>
    </message>
    <message>
        <source>A network knows nothing but its classes: that it is sure does not mean that one of them is there.</source>
        <translation>Ein Netz kennt nichts als seine Klassen: Dass es sich sicher ist, heißt nicht, dass eine davon da ist.</translation>
    </message>
    <message>
        <source>A temperature would divide all logits: that changes how sure the network is, and none of its decisions.</source>
        <translation>Eine Temperatur würde alle Logits teilen: Das ändert, wie sicher sich das Netz ist, und keine seiner Entscheidungen.</translation>
    </message>
    <message>
        <source>All logits are divided by it before they become probabilities: above 1 the network is less sure, below 1 it is surer. What it decides stays the same.</source>
        <translation>Alle Logits werden durch sie geteilt, bevor sie zu Wahrscheinlichkeiten werden: Über 1 ist sich das Netz weniger sicher, unter 1 sicherer. Was es entscheidet, bleibt gleich.</translation>
    </message>
    <message>
        <source>All logits are divided by the temperature {:.3g} here: that changes how sure the network is, and none of its decisions.</source>
        <translation>Alle Logits sind hier durch die Temperatur {:.3g} geteilt: Das ändert, wie sicher sich das Netz ist, und keine seiner Entscheidungen.</translation>
    </message>
    <message>
        <source>As sure as right</source>
        <translation>So sicher wie richtig</translation>
    </message>
    <message>
        <source>At the best temperature, {:.3g}</source>
        <translation>Mit der besten Temperatur, {:.3g}</translation>
    </message>
    <message>
        <source>Best temperature: {:.3g}. On {} {} it makes the negative log likelihood least.</source>
        <translation>Beste Temperatur: {:.3g}. Bei {} {} macht sie die negative Log-Likelihood am kleinsten.</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Choose data with classes.</source>
        <translation>Wähl Daten mit Klassen.</translation>
    </message>
    <message>
        <source>Choose data with two classes or more.</source>
        <translation>Wähl Daten mit zwei oder mehr Klassen.</translation>
    </message>
    <message>
        <source>Confidence (%)</source>
        <translation>Konfidenz (%)</translation>
    </message>
    <message>
        <source>Each bin that holds samples</source>
        <translation>Jeder Abschnitt, in dem Beispiele liegen</translation>
    </message>
    <message>
        <source>Expected calibration error: {:.2f} %. So far confidence and the share of right answers lie apart in {} bins, on average over the samples.</source>
        <translation>Erwarteter Kalibrierungsfehler (ECE): {:.2f} %. So weit liegen Konfidenz und Anteil der richtigen Antworten in {} Abschnitten auseinander, im Mittel über die Beispiele.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>How many samples each bin holds</source>
        <translation>Wie viele Beispiele in jedem Abschnitt liegen</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Im Abschnitt</translation>
    </message>
    <message>
        <source>Into how many equal parts confidence from 0 to 100 % is divided, to count in each how many answers are right.</source>
        <translation>In wie viele gleiche Abschnitte die Konfidenz von 0 bis 100 % geteilt wird, um in jedem zu zählen, wie viele Antworten richtig sind.</translation>
    </message>
    <message>
        <source>It is right more often than it is sure (underconfident), by more than chance explains.</source>
        <translation>Es hat öfter recht, als es sich sicher ist (underconfident), und zwar mehr, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>It is surer than it is right (overconfident), by more than chance explains.</source>
        <translation>Es ist sich sicherer, als es recht hat (overconfident), und zwar mehr, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>It was found on the same samples that it is judged on here, so it looks better than it is. Choose another split to see what it is worth.</source>
        <translation>Sie wurde an denselben Beispielen gefunden, an denen sie hier gemessen wird; sie sieht also besser aus, als sie ist. Wähl einen anderen Teil der Daten, um zu sehen, was sie taugt.</translation>
    </message>
    <message>
        <source>Let it end in a softmax (a single output in a sigmoid), or train it with cross-entropy.</source>
        <translation>Lass es in einem Softmax enden (mit einem einzelnen Ausgang in einem Sigmoid), oder trainier es mit Kreuzentropie.</translation>
    </message>
    <message>
        <source>Maximum calibration error: {:.1f} %, in the bin from {:.3g} to {:.3g} %, which holds {} of the samples.</source>
        <translation>Größter Kalibrierungsfehler (MCE): {:.1f} %, im Abschnitt von {:.3g} bis {:.3g} %, in dem {} der Beispiele liegen.</translation>
    </message>
    <message>
        <source>Mean confidence</source>
        <translation>Mittlere Konfidenz</translation>
    </message>
    <message>
        <source>Mean confidence of a bin (%)</source>
        <translation>Mittlere Konfidenz eines Abschnitts (%)</translation>
    </message>
    <message>
        <source>Negative log likelihood: {:.4f} a sample. Brier score: {:.4f}. Of both, smaller is better; a wrong answer costs the more, the surer it was.</source>
        <translation>Negative Log-Likelihood: {:.4f} je Beispiel. Brier-Score: {:.4f}. Für beide gilt: je kleiner, desto besser; eine falsche Antwort kostet um so mehr, je sicherer sie war.</translation>
    </message>
    <message>
        <source>No samples are kept aside for validation, so it was found on the same samples that it is judged on here: it looks better than it is.</source>
        <translation>Für die Validierung ist nichts beiseitegelegt, sie wurde also an denselben Beispielen gefunden, an denen sie hier gemessen wird: Sie sieht besser aus, als sie ist.</translation>
    </message>
    <message>
        <source>Of how many it is so sure</source>
        <translation>Bei wie vielen es sich so sicher ist</translation>
    </message>
    <message>
        <source>Of {} {}, {:.1f} % are classified rightly; the network is {:.1f} % sure of its answers on average.</source>
        <translation>Von {} {} werden {:.1f} % richtig eingeordnet; das Netz ist sich seiner Antworten im Mittel zu {:.1f} % sicher.</translation>
    </message>
    <message>
        <source>On {} {} it is {:.1f} % sure on average, and on {:.1f} % of them more than 99 %.</source>
        <translation>Bei {} {} ist es sich im Mittel zu {:.1f} % sicher, und bei {:.1f} % davon zu mehr als 99 %.</translation>
    </message>
    <message>
        <source>Right answers (%)</source>
        <translation>Richtige Antworten (%)</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>Shows whether the network is as sure as it is right, and how sure it is of pure noise.</source>
        <translation>Zeigt, ob das Netz sich so sicher ist, wie es recht hat, und wie sicher es sich bei reinem Rauschen ist.</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>The network answers to some samples with numbers that are not finite.</source>
        <translation>Das Netz antwortet auf manche Beispiele mit Zahlen, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>The network gives scores, not probabilities: they don&apos;t say how sure it is.</source>
        <translation>Das Netz gibt Punktwerte, keine Wahrscheinlichkeiten: Sie sagen nicht, wie sicher es sich ist.</translation>
    </message>
    <message>
        <source>The network gives {} logits for all {} samples; at most {} can be kept.</source>
        <translation>Das Netz gibt {} Logits für alle {} Beispiele; höchstens {} können behalten werden.</translation>
    </message>
    <message>
        <source>The network learns from these samples: on new ones it may be right less often without being less sure.</source>
        <translation>Das Netz lernt aus diesen Beispielen: Bei neuen hat es vielleicht seltener recht, ohne sich weniger sicher zu sein.</translation>
    </message>
    <message>
        <source>The samples that it was found on are among those that it is judged on here, so it looks somewhat better than it is.</source>
        <translation>Die Beispiele, an denen sie gefunden wurde, sind unter denen, an denen sie hier gemessen wird; sie sieht also etwas besser aus, als sie ist.</translation>
    </message>
    <message>
        <source>There is a single class, so there is nothing to decide.</source>
        <translation>Es gibt nur eine Klasse, also nichts zu entscheiden.</translation>
    </message>
    <message>
        <source>Train it anew, with a smaller learning rate.</source>
        <translation>Trainier es neu, mit einer kleineren Lernrate.</translation>
    </message>
    <message>
        <source>Whoever gives all {} classes the same probability has {:.4f} and {:.4f}.</source>
        <translation>Wer allen {} Klassen dieselbe Wahrscheinlichkeit gibt, kommt auf {:.4f} und {:.4f}.</translation>
    </message>
    <message>
        <source>With it, the {} samples looked at here have a negative log likelihood of {:.4f} and an expected calibration error of {:.2f} %.</source>
        <translation>Mit ihr haben die {} Beispiele, die hier angesehen werden, eine negative Log-Likelihood von {:.4f} und einen erwarteten Kalibrierungsfehler von {:.2f} %.</translation>
    </message>
    <message>
        <source>With so few samples in the bin, that may be chance.</source>
        <translation>Bei so wenigen Beispielen in dem Abschnitt kann das Zufall sein.</translation>
    </message>
    <message>
        <source>With so many samples, chance alone may make such a difference.</source>
        <translation>Bei so vielen Beispielen kann ein solcher Unterschied auch Zufall sein.</translation>
    </message>
    <message>
        <source>samples of pure noise (each number drawn from the range that it has in the data)</source>
        <translation>Beispielen aus reinem Rauschen (jede Zahl gezogen aus dem Bereich, den sie in den Daten hat)</translation>
    </message>
    <message>
        <source>samples of pure noise (each number drawn from {:.3g} to {:.3g})</source>
        <translation>Beispielen aus reinem Rauschen (jede Zahl gezogen von {:.3g} bis {:.3g})</translation>
    </message>
    <message>
        <source>samples with all their pixels shuffled</source>
        <translation>Beispielen, deren Pixel gemischt sind,</translation>
    </message>
    <message>
        <source>samples with all their steps shuffled</source>
        <translation>Beispielen, deren Schritte gemischt sind,</translation>
    </message>
    <message>
        <source>surer than</source>
        <translation>sicherer als</translation>
    </message>
    <message>
        <source>training samples</source>
        <translation>Trainingsbeispielen</translation>
    </message>
    <message>
        <source>validation samples</source>
        <translation>Validierungsbeispielen</translation>
    </message>
    <message>
        <source>how sure</source>
        <translation>wie sicher</translation>
    </message>
    <message>
        <source>On {} {} no temperature is better than a higher one, up to {:.3g}: the logits say nothing of the true classes, or they are far too large.</source>
        <translation>Bei {} {} ist keine Temperatur besser als eine höhere, bis hinauf zu {:.3g}: Die Logits sagen nichts über die wahren Klassen, oder sie sind viel zu groß.</translation>
    </message>
    <message>
        <source>On {} {} no temperature is better than a lower one, down to {:.3g}: there are too few mistakes, or the logits are far too small.</source>
        <translation>Bei {} {} ist keine Temperatur besser als eine niedrigere, bis hinab zu {:.3g}: Es gibt zu wenige Fehler, oder die Logits sind viel zu klein.</translation>
    </message>
    <message>
        <source>Adversarial training</source>
        <translation>Gegen Angriffe</translation>
    </message>
    <message>
        <source>Adversarial training hardens a network that decides among classes, and here the targets are values.</source>
        <translation>Training gegen Angriffe härtet ein Netz, das sich zwischen Klassen entscheidet, und hier sind die Ziele Werte.</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>Angreifer</translation>
    </message>
    <message>
        <source>After: {}</source>
        <translation>Nachher: {}</translation>
    </message>
    <message>
        <source>All changes together may be {:g} long (L2).</source>
        <translation>Alle Änderungen zusammen dürfen {:g} lang sein (L2).</translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>Attack: one step of {:.3g} along the gradient (FGSM).</source>
        <translation>Angriff: ein Schritt von {:.3g} entlang des Gradienten (FGSM).</translation>
    </message>
    <message>
        <source>Attack: {} steps of {:.3g} with momentum (MI-FGSM).</source>
        <translation>Angriff: {} Schritte von {:.3g} mit Schwung (MI-FGSM).</translation>
    </message>
    <message>
        <source>Attacks many samples, and counts those that the network still gets right.</source>
        <translation>Greift viele Beispiele an und zählt die, bei denen das Netz trotzdem richtig liegt.</translation>
    </message>
    <message>
        <source>Before: {}</source>
        <translation>Vorher: {}</translation>
    </message>
    <message>
        <source>Changes a sample a little, so that the network errs.</source>
        <translation>Ändert ein Beispiel ein wenig, sodass das Netz sich irrt.</translation>
    </message>
    <message>
        <source>Changes each training sample a little, so that the network of the moment errs on it, and learns from that: what was hardened so is harder to fool. One step is fast; PGD takes several steps; TRADES also keeps the answers to the unchanged samples.</source>
        <translation>Ändert jedes Trainingsbeispiel ein wenig, sodass sich das Netz, wie es gerade ist, darin irrt, und lernt daraus: Was so gehärtet wurde, ist schwerer zu täuschen. Ein Schritt ist schnell; PGD macht mehrere Schritte; TRADES hält auch die Antworten auf die unveränderten Beispiele fest.</translation>
    </message>
    <message>
        <source>Choose another attack.</source>
        <translation>Wähle einen anderen Angriff.</translation>
    </message>
    <message>
        <source>Choose cross-entropy as the loss, or another method.</source>
        <translation>Wähle Kreuzentropie als Verlust oder ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Each number may change by at most {:g} (L-infinity).</source>
        <translation>Jede Zahl darf sich um höchstens {:g} ändern (L-unendlich).</translation>
    </message>
    <message>
        <source>Epsilon grows for</source>
        <translation>Epsilon-Anstieg</translation>
    </message>
    <message>
        <source>Fooled: the network says {} now, and said {} before.</source>
        <translation>Getäuscht: Das Netz sagt jetzt {} und sagte vorher {}.</translation>
    </message>
    <message>
        <source>Fooling begins with a picture, and these samples are none.</source>
        <translation>Dieser Angriff beginnt mit einem Bild, und diese Beispiele sind keine.</translation>
    </message>
    <message>
        <source>For how many sizes of the attack, up to the largest, it is measured.</source>
        <translation>Für wie viele Größen des Angriffs, bis zur größten, gemessen wird.</translation>
    </message>
    <message>
        <source>From how many random places the attack begins. The best of them counts, for each sample by itself.</source>
        <translation>Von wie vielen zufälligen Stellen der Angriff beginnt. Es zählt die beste davon, für jedes Beispiel einzeln.</translation>
    </message>
    <message>
        <source>From weak to strong: noise is plain chance, one step goes once along the gradient, the others go many times. Fooling begins with a picture of noise and makes the network sure of it.</source>
        <translation>Rauschen ist bloßer Zufall, ein Schritt geht einmal entlang des Gradienten, die anderen gehen viele Male. Das Bild aus Rauschen beginnt mit Rauschen und macht das Netz sich seiner sicher.</translation>
    </message>
    <message>
        <source>How far each step goes. 0: two and a half times epsilon in all steps together; all of epsilon where there is one.</source>
        <translation>Wie weit jeder Schritt geht. 0: zweieinhalbmal Epsilon in allen Schritten zusammen; ganz Epsilon, wo es nur einer ist.</translation>
    </message>
    <message>
        <source>How far each step of an attack goes. 0: as far as is usual, which is 1.25 epsilon of one step, and 2.5 epsilon of all steps together.</source>
        <translation>Wie weit jeder Schritt eines Angriffs geht. 0: so weit wie üblich, das ist 1,25 Epsilon bei einem Schritt und 2,5 Epsilon in allen Schritten zusammen.</translation>
    </message>
    <message>
        <source>How many samples of the split are attacked: the first so many.</source>
        <translation>Wie viele Beispiele angegriffen werden: die ersten so vielen.</translation>
    </message>
    <message>
        <source>How many steps PGD and TRADES take for each sample, each time they learn from it. Training takes about so many times longer.</source>
        <translation>Wie viele Schritte PGD und TRADES für jedes Beispiel machen, jedes Mal, wenn sie daraus lernen. Das Training dauert etwa so viele Male länger.</translation>
    </message>
    <message>
        <source>How many steps an attack takes that takes several.</source>
        <translation>Wie viele Schritte ein Angriff macht, der mehrere macht.</translation>
    </message>
    <message>
        <source>How sure it is of {:s}, and the way of the point</source>
        <translation>Wie sicher es sich bei {:s} ist, und der Weg des Punktes</translation>
    </message>
    <message>
        <source>How the size of a change is measured: by the largest change of any number (L-infinity), or by the root of the sum of all squared changes (L2).</source>
        <translation>Wie die Größe einer Änderung gemessen wird: an der größten Änderung einer Zahl (L-unendlich) oder an der Wurzel aus der Summe aller quadrierten Änderungen (L2).</translation>
    </message>
    <message>
        <source>In how many epochs epsilon grows from 0 to its full size. 0: it has that from the beginning.</source>
        <translation>In wie vielen Epochen Epsilon von 0 auf seine volle Größe wächst. 0: Es hat sie von Anfang an.</translation>
    </message>
    <message>
        <source>It does not fall as attacks grow: the attack misses what it looks for. Take more steps.</source>
        <translation>Es fällt nicht, wenn Angriffe größer werden: Der Angriff verfehlt, was er sucht. Nimm mehr Schritte.</translation>
    </message>
    <message>
        <source>It falls as attacks grow.</source>
        <translation>Es fällt, wenn Angriffe größer werden.</translation>
    </message>
    <message>
        <source>Largest epsilon</source>
        <translation>Größtes Epsilon</translation>
    </message>
    <message>
        <source>Many steps (PGD)</source>
        <translation>Viele Schritte (PGD)</translation>
    </message>
    <message>
        <source>Many steps are at least as strong as one.</source>
        <translation>Viele Schritte sind mindestens so stark wie einer.</translation>
    </message>
    <message>
        <source>Many steps, first start alone</source>
        <translation>Viele Schritte, nur der erste Anfang</translation>
    </message>
    <message>
        <source>Measured as</source>
        <translation>Gemessen als</translation>
    </message>
    <message>
        <source>One step (FGSM)</source>
        <translation>Ein Schritt (FGSM)</translation>
    </message>
    <message>
        <source>One step is stronger than many: the gradients lead astray (gradient masking), or the steps are too few.</source>
        <translation>Ein Schritt ist stärker als viele: Die Gradienten führen in die Irre (Gradientenmaskierung), oder es sind zu wenige Schritte.</translation>
    </message>
    <message>
        <source>Plain noise</source>
        <translation>Bloßes Rauschen</translation>
    </message>
    <message>
        <source>Plain noise of the same size does not fool it: it still says {}.</source>
        <translation>Bloßes Rauschen derselben Größe täuscht es nicht: Es sagt weiter {}.</translation>
    </message>
    <message>
        <source>Plain noise of the same size fools it too: it says {}.</source>
        <translation>Bloßes Rauschen derselben Größe täuscht es auch: Es sagt {}.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Price of being fooled</source>
        <translation>Täuschungspreis</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Right answers under attack</source>
        <translation>Richtige Antworten unter Angriff</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>Robustheit</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Set adversarial training to none.</source>
        <translation>Schalte das Training gegen Angriffe aus.</translation>
    </message>
    <message>
        <source>Set it to none, or choose data with classes.</source>
        <translation>Schalte es aus, oder wähle Daten mit Klassen.</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Anfänge</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Stop where it is lost</source>
        <translation>Stopp bei Verlust</translation>
    </message>
    <message>
        <source>TRADES compares probabilities, and the loss {} makes none.</source>
        <translation>TRADES vergleicht Wahrscheinlichkeiten, und der Verlust {} macht keine.</translation>
    </message>
    <message>
        <source>TRADES: how much it costs when attacked samples are answered otherwise than unchanged ones. More makes the network harder to fool, and less often right.</source>
        <translation>TRADES: wie viel es kostet, wenn angegriffene Beispiele anders beantwortet werden als unveränderte. Mehr macht das Netz schwerer zu täuschen, und es hat seltener recht.</translation>
    </message>
    <message>
        <source>The change, {:.3g} times as strong</source>
        <translation>Die Änderung, {:.3g}-mal so stark</translation>
    </message>
    <message>
        <source>The change: up to ±{:.3g}</source>
        <translation>Die Änderung: bis zu ±{:.3g}</translation>
    </message>
    <message>
        <source>The class that the network shall say, counted from 0. -1: any but the one it says now.</source>
        <translation>Die Klasse, die das Netz sagen soll, von 0 an gezählt. -1: irgendeine andere als die, die es jetzt sagt.</translation>
    </message>
    <message>
        <source>The learning rate grows from almost nothing at first, then stays or falls.</source>
        <translation>Die Lernrate wächst zuerst von fast nichts, dann bleibt sie oder fällt.</translation>
    </message>
    <message>
        <source>The network does not see {:s} in it yet: it says {}. More steps may help.</source>
        <translation>Das Netz sieht {:s} noch nicht darin: Es sagt {}. Mehr Schritte helfen vielleicht.</translation>
    </message>
    <message>
        <source>The network takes words or symbols by their numbers, and between two of those is nothing that an attack could change a little.</source>
        <translation>Das Netz nimmt Wörter oder Zeichen nach ihren Nummern, und zwischen zweien davon ist nichts, was ein Angriff ein wenig ändern könnte.</translation>
    </message>
    <message>
        <source>The network takes words or symbols by their numbers, and between two of those is nothing that could be changed a little.</source>
        <translation>Das Netz nimmt Wörter oder Zeichen nach ihren Nummern, und zwischen zweien davon ist nichts, was sich ein wenig ändern ließe.</translation>
    </message>
    <message>
        <source>The sample&apos;s numbers</source>
        <translation>Die Zahlen des Beispiels</translation>
    </message>
    <message>
        <source>The target is what the network says anyhow: {}.</source>
        <translation>Das Ziel ist, was das Netz ohnehin sagt: {}.</translation>
    </message>
    <message>
        <source>There is no class {}: the network tells {} apart, counted from 0.</source>
        <translation>Es gibt keine Klasse {}: Das Netz unterscheidet {}, von 0 an gezählt.</translation>
    </message>
    <message>
        <source>Training ends where the network suddenly stands attacks no more (catastrophic overfitting), and goes back to the epoch where it stood most. It is seen on samples that are kept aside.</source>
        <translation>Das Training endet, wo das Netz Angriffen plötzlich nicht mehr standhält (katastrophale Überanpassung), und geht zu der Epoche zurück, in der es am meisten standhielt. Das zeigt sich an beiseitegelegten Beispielen.</translation>
    </message>
    <message>
        <source>What came out: the largest change of a number is {:.3g}, all of them together are {:.3g} long (L2).</source>
        <translation>Herausgekommen ist: Die größte Änderung einer Zahl ist {:.3g}, alle zusammen sind {:.3g} lang (L2).</translation>
    </message>
    <message>
        <source>What follows: the learning rate stays, falls in a gentle curve, or in a straight line.</source>
        <translation>Was folgt: Die Lernrate bleibt, fällt in einer sanften Kurve oder in gerader Linie.</translation>
    </message>
    <message>
        <source>Where any change is allowed, next to nothing is left.</source>
        <translation>Wo jede Änderung erlaubt ist, bleibt so gut wie nichts übrig.</translation>
    </message>
    <message>
        <source>Where any change is allowed, {:.1f} % are still right, though every picture could be made into any other: the gradients lead astray (gradient masking).</source>
        <translation>Wo jede Änderung erlaubt ist, sind noch {:.1f} % richtig, obwohl aus jedem Bild jedes andere werden könnte: Die Gradienten führen in die Irre (Gradientenmaskierung).</translation>
    </message>
    <message>
        <source>Where the random numbers start. The same seed gives the same attack.</source>
        <translation>Wo die Zufallszahlen beginnen. Derselbe Startwert gibt denselben Angriff.</translation>
    </message>
    <message>
        <source>train.py learns from the samples as they are.</source>
        <translation>train.py lernt aus den Beispielen, wie sie sind.</translation>
    </message>
    <message>
        <source>{:s} (score {:.3g})</source>
        <translation>{:s} (Wert {:.3g})</translation>
    </message>
    <message>
        <source>{:s} ({:.1f} %)</source>
        <translation>{:s} ({:.1f} %)</translation>
    </message>
    <message>
        <source>Attack: plain noise of the largest size allowed; draws: {}.</source>
        <translation>Angriff: bloßes Rauschen der größten erlaubten Größe; Ziehungen: {}.</translation>
    </message>
    <message>
        <source>Attack: {} steps of {:.3g} from a random start (PGD); starts: {}.</source>
        <translation>Angriff: {} Schritte von {:.3g} von einem zufälligen Anfang (PGD); Anfänge: {}.</translation>
    </message>
    <message>
        <source>{:.1f} % are right without an attack, and {:.1f} % under the largest one, of the first {} {}.</source>
        <translation>{:.1f} % sind ohne Angriff richtig und {:.1f} % unter dem größten, von den ersten {} {}.</translation>
    </message>
    <message>
        <source>1 where fewer answers are right the larger the attack is, else 0.</source>
        <translation>1, wenn umso weniger Antworten richtig sind, je größer der Angriff ist, sonst 0.</translation>
    </message>
    <message>
        <source>1 where many steps are at least as strong as one, else 0.</source>
        <translation>1, wenn viele Schritte mindestens so stark sind wie einer, sonst 0.</translation>
    </message>
    <message>
        <source>1 where next to nothing is left once any change is allowed, else 0; of pictures alone.</source>
        <translation>1, wenn fast nichts übrig bleibt, sobald jede Änderung erlaubt ist, sonst 0; nur bei Bildern.</translation>
    </message>
    <message>
        <source>1 where plain noise of the same size leads it astray, too, else 0.</source>
        <translation>1, wenn auch bloßes Rauschen derselben Größe es in die Irre führt, sonst 0.</translation>
    </message>
    <message>
        <source>1 where the attack from outside is the stronger one, else 0.</source>
        <translation>1, wo der Angriff von außen der stärkere ist, sonst 0.</translation>
    </message>
    <message>
        <source>1 where the attack led the network astray, else 0.</source>
        <translation>1, wenn der Angriff das Netz in die Irre geführt hat, sonst 0.</translation>
    </message>
    <message>
        <source>A patch is stuck on pictures, and these samples are none.</source>
        <translation>Ein Aufkleber klebt auf Bildern, und diese Beispiele sind keine.</translation>
    </message>
    <message>
        <source>A patch is stuck over a part of a picture. A universal change is small, and added to every pixel.</source>
        <translation>Ein Aufkleber wird über einen Teil eines Bildes geklebt. Eine universelle Änderung ist klein und wird zu jedem Pixel addiert.</translation>
    </message>
    <message>
        <source>Added to samples that are new to it, one and the same change fools the network in {:.1f} % of them; plain noise as large in {:.1f} %.</source>
        <translation>Zu Beispielen addiert, die ihr neu sind, täuscht ein und dieselbe Änderung das Netz bei {:.1f} % von ihnen; gleich großes bloßes Rauschen bei {:.1f} %.</translation>
    </message>
    <message>
        <source>Added to samples that are new to it, one and the same change makes the network say {:s} to {:.1f} % of them; plain noise as large to {:.1f} %.</source>
        <translation>Zu Beispielen addiert, die ihr neu sind, lässt ein und dieselbe Änderung das Netz {:s} sagen: bei {:.1f} % von ihnen; gleich großes bloßes Rauschen bei {:.1f} %.</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>Attack steps</source>
        <translation>Angriffsschritte</translation>
    </message>
    <message>
        <source>By how many quarter turns the patch lies there.</source>
        <translation>Um wie viele Vierteldrehungen gedreht der Aufkleber dort liegt.</translation>
    </message>
    <message>
        <source>By how much the shares miss the rise of the score that they should add up to, of integrated gradients alone.</source>
        <translation>Um wie viel die Anteile den Anstieg des Scores verfehlen, den sie zusammen ergeben sollten; nur bei integrierten Gradienten.</translation>
    </message>
    <message>
        <source>Choose a network for the same classes.</source>
        <translation>Wähle ein Netz für dieselben Klassen.</translation>
    </message>
    <message>
        <source>Choose a network for the same samples.</source>
        <translation>Wähle ein Netz für dieselben Beispiele.</translation>
    </message>
    <message>
        <source>Choose another trained project.</source>
        <translation>Wähle ein anderes trainiertes Projekt.</translation>
    </message>
    <message>
        <source>Choose the universal change.</source>
        <translation>Wähle die universelle Änderung.</translation>
    </message>
    <message>
        <source>Fooled, of the samples that are attacked</source>
        <translation>Getäuscht, von den angegriffenen Beispielen</translation>
    </message>
    <message>
        <source>From how many random places that attack begins.</source>
        <translation>Von wie vielen zufälligen Stellen dieser Angriff ausgeht.</translation>
    </message>
    <message>
        <source>From how many random places the attack began.</source>
        <translation>Von wie vielen zufälligen Stellen der Angriff ausging.</translation>
    </message>
    <message>
        <source>Gradient ascent from a picture of noise: {} steps of {:.3g}, and it may become any picture.</source>
        <translation>Gradientenaufstieg von einem Bild aus Rauschen: {} Schritte von {:.3g}, und es darf jedes Bild werden.</translation>
    </message>
    <message>
        <source>How far each of these steps goes.</source>
        <translation>Wie weit jeder dieser Schritte geht.</translation>
    </message>
    <message>
        <source>How far each step went.</source>
        <translation>Wie weit jeder Schritt ging.</translation>
    </message>
    <message>
        <source>How far the first step goes; those after it grow ever smaller. 0: what usually does well.</source>
        <translation>Wie weit der erste Schritt geht; die danach werden immer kleiner. 0: was meist gut geht.</translation>
    </message>
    <message>
        <source>How far the first step went.</source>
        <translation>Wie weit der erste Schritt ging.</translation>
    </message>
    <message>
        <source>How large a universal change may be. In pictures black is 0 and white is 1.</source>
        <translation>Wie groß eine universelle Änderung sein darf. In Bildern ist Schwarz 0 und Weiß 1.</translation>
    </message>
    <message>
        <source>How large the change of a sample may be. In pictures black is 0 and white is 1.</source>
        <translation>Wie groß die Änderung eines Beispiels sein darf. In Bildern ist Schwarz 0 und Weiß 1.</translation>
    </message>
    <message>
        <source>How large the change was allowed to be.</source>
        <translation>Wie groß die Änderung sein durfte.</translation>
    </message>
    <message>
        <source>How large the largest attack is.</source>
        <translation>Wie groß der größte Angriff ist.</translation>
    </message>
    <message>
        <source>How long all changes together are.</source>
        <translation>Wie lang alle Änderungen zusammen sind.</translation>
    </message>
    <message>
        <source>How many batches of samples it learns from.</source>
        <translation>Von wie vielen Stapeln von Beispielen er lernt.</translation>
    </message>
    <message>
        <source>How many both get right: those are attacked.</source>
        <translation>Wie viele beide richtig haben: Diese werden angegriffen.</translation>
    </message>
    <message>
        <source>How many kernels it runs.</source>
        <translation>Wie viele Kernel es laufen lässt.</translation>
    </message>
    <message>
        <source>How many of its steps call a library.</source>
        <translation>Wie viele seiner Schritte eine Bibliothek aufrufen.</translation>
    </message>
    <message>
        <source>How many of those count.</source>
        <translation>Wie viele davon zählen.</translation>
    </message>
    <message>
        <source>How many others it was judged on.</source>
        <translation>An wie vielen anderen er beurteilt wurde.</translation>
    </message>
    <message>
        <source>How many output channels the layer has.</source>
        <translation>Wie viele Ausgabekanäle die Schicht hat.</translation>
    </message>
    <message>
        <source>How many pictures were changed.</source>
        <translation>Wie viele Bilder verändert wurden.</translation>
    </message>
    <message>
        <source>How many pixels a side of the patch takes.</source>
        <translation>Wie viele Pixel eine Seite des Aufklebers hat.</translation>
    </message>
    <message>
        <source>How many results the lens gave since the step was entered.</source>
        <translation>Wie viele Ergebnisse die Linse gegeben hat, seit der Schritt betreten wurde.</translation>
    </message>
    <message>
        <source>How many samples are like that.</source>
        <translation>Wie viele Beispiele so sind.</translation>
    </message>
    <message>
        <source>How many samples it learned from.</source>
        <translation>Aus wie vielen Beispielen er gelernt hat.</translation>
    </message>
    <message>
        <source>How many samples of the split are looked at: the first so many. Those that both networks get right are attacked.</source>
        <translation>Wie viele Beispiele angesehen werden: die ersten so vielen. Angegriffen werden die, bei denen beide Netze richtig liegen.</translation>
    </message>
    <message>
        <source>How many samples of the split are taken: the first so many. It learns from half of them and is judged on the others.</source>
        <translation>Wie viele Beispiele des Teils genommen werden: die ersten so vielen. Er lernt von der Hälfte und wird an den anderen gemessen.</translation>
    </message>
    <message>
        <source>How many samples the batch has.</source>
        <translation>Wie viele Beispiele der Batch hat.</translation>
    </message>
    <message>
        <source>How many samples were attacked.</source>
        <translation>Wie viele Beispiele angegriffen wurden.</translation>
    </message>
    <message>
        <source>How many samples were classified.</source>
        <translation>Wie viele Beispiele klassifiziert wurden.</translation>
    </message>
    <message>
        <source>How many samples were judged.</source>
        <translation>Wie viele Beispiele beurteilt wurden.</translation>
    </message>
    <message>
        <source>How many samples were looked at.</source>
        <translation>Wie viele Beispiele angesehen wurden.</translation>
    </message>
    <message>
        <source>How many steps it learned in.</source>
        <translation>In wie vielen Schritten er gelernt hat.</translation>
    </message>
    <message>
        <source>How many steps the attack took.</source>
        <translation>Wie viele Schritte der Angriff gegangen ist.</translation>
    </message>
    <message>
        <source>How many steps the attack with many of them takes.</source>
        <translation>Wie viele Schritte der Angriff mit vielen Schritten geht.</translation>
    </message>
    <message>
        <source>How many steps the program has.</source>
        <translation>Wie viele Schritte das Programm hat.</translation>
    </message>
    <message>
        <source>How many terms the sum has.</source>
        <translation>Wie viele Summanden die Summe hat.</translation>
    </message>
    <message>
        <source>How much of the picture&apos;s shorter side the patch&apos;s side takes.</source>
        <translation>Welchen Teil der kürzeren Bildseite die Seite des Aufklebers einnimmt.</translation>
    </message>
    <message>
        <source>How samples are made to fool this network. What momentum or one step make often carries over better than what PGD makes.</source>
        <translation>Wie Beispiele entstehen, die dieses Netz täuschen. Was mit Schwung oder einem Schritt entsteht, überträgt sich oft besser als das von PGD.</translation>
    </message>
    <message>
        <source>How sure it is afterwards of the class that it said before.</source>
        <translation>Wie sicher es sich danach der Klasse ist, die es vorher nannte.</translation>
    </message>
    <message>
        <source>How sure it is afterwards of the class that it says then.</source>
        <translation>Wie sicher es sich danach der Klasse ist, die es dann nennt.</translation>
    </message>
    <message>
        <source>How sure it is in the mean of samples whose pixels or steps are shuffled.</source>
        <translation>Wie sicher es sich im Mittel bei Beispielen ist, deren Pixel oder Schritte gemischt sind.</translation>
    </message>
    <message>
        <source>How sure it is of pure noise in the mean.</source>
        <translation>Wie sicher es sich bei reinem Rauschen im Mittel ist.</translation>
    </message>
    <message>
        <source>How sure it is of the first class before the attack.</source>
        <translation>Wie sicher es sich der ersten Klasse vor dem Angriff ist.</translation>
    </message>
    <message>
        <source>How sure it is of the first class.</source>
        <translation>Wie sicher es sich der ersten Klasse ist.</translation>
    </message>
    <message>
        <source>How sure it is of the second class.</source>
        <translation>Wie sicher es sich der zweiten Klasse ist.</translation>
    </message>
    <message>
        <source>How sure the network is of its answers in the mean.</source>
        <translation>Wie sicher sich das Netz seiner Antworten im Mittel ist.</translation>
    </message>
    <message>
        <source>It has none at all.</source>
        <translation>Sie hat überhaupt keine.</translation>
    </message>
    <message>
        <source>It is not known which classes the other network tells apart.</source>
        <translation>Es ist nicht bekannt, welche Klassen das andere Netz unterscheidet.</translation>
    </message>
    <message>
        <source>It learned from {} {} in {} steps, the first of {:.3g} and then ever smaller ones (Adam).</source>
        <translation>Gelernt aus {} {} in {} Schritten, der erste von {:.3g} und dann immer kleinere (Adam).</translation>
    </message>
    <message>
        <source>It lies always at the same place.</source>
        <translation>Er liegt immer an derselben Stelle.</translation>
    </message>
    <message>
        <source>It lies anywhere, turned anyhow.</source>
        <translation>Er liegt irgendwo, beliebig gedreht.</translation>
    </message>
    <message>
        <source>It lies anywhere, upright.</source>
        <translation>Er liegt irgendwo, aufrecht.</translation>
    </message>
    <message>
        <source>It takes two samples at least: one to learn from and one to be judged on.</source>
        <translation>Es braucht mindestens zwei Beispiele: eines zum Lernen und eines zum Messen.</translation>
    </message>
    <message>
        <source>It was judged on {} others: the {} count that are not {:s} and are not taken for it anyhow.</source>
        <translation>Gemessen an {} anderen: Es zählen die {}, die nicht {:s} sind und auch nicht ohnehin dafür gehalten werden.</translation>
    </message>
    <message>
        <source>It was judged on {} others: the {} count that the network gets right without it.</source>
        <translation>Gemessen an {} anderen: Es zählen die {}, bei denen das Netz ohne ihn richtig liegt.</translation>
    </message>
    <message>
        <source>Its trained weights are not those of its network: train it again.</source>
        <translation>Seine trainierten Gewichte sind nicht die seines Netzes: Trainiere es noch einmal.</translation>
    </message>
    <message>
        <source>L-infinity</source>
        <translation>L-unendlich</translation>
    </message>
    <message>
        <source>Learned for</source>
        <translation>Gelernt für</translation>
    </message>
    <message>
        <source>Learns one sticker that makes the network err on whatever it is stuck.</source>
        <translation>Lernt einen Aufkleber, mit dem sich das Netz irrt, worauf er auch klebt.</translation>
    </message>
    <message>
        <source>Leave &quot;layer&quot; out.</source>
        <translation>Lass „layer“ weg.</translation>
    </message>
    <message>
        <source>Leave &quot;sample&quot; out.</source>
        <translation>Lass „sample“ weg.</translation>
    </message>
    <message>
        <source>Leave &quot;split&quot; out.</source>
        <translation>Lass „split“ weg.</translation>
    </message>
    <message>
        <source>Let epsilon grow over more epochs, or train with PGD instead of one step.</source>
        <translation>Lass Epsilon über mehr Epochen wachsen, oder trainiere mit PGD statt mit einem Schritt.</translation>
    </message>
    <message>
        <source>Let epsilon grow over more epochs.</source>
        <translation>Lass Epsilon über mehr Epochen wachsen.</translation>
    </message>
    <message>
        <source>Let epsilon grow over some epochs, or train with PGD instead of one step.</source>
        <translation>Lass Epsilon über einige Epochen wachsen, oder trainiere mit PGD statt mit einem Schritt.</translation>
    </message>
    <message>
        <source>Let epsilon grow over some epochs.</source>
        <translation>Lass Epsilon über einige Epochen wachsen.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>None of the samples that it was judged on counts, so that nothing can be said of it.</source>
        <translation>Keines der Beispiele, an denen er gemessen wurde, zählt, so dass sich nichts darüber sagen lässt.</translation>
    </message>
    <message>
        <source>Of {} samples kept aside, {:.1f} % stood an attack after epoch {:.0f}, and only {:.1f} % after epoch {:.0f} ({}, epsilon {:g}, {} steps of PGD).</source>
        <translation>Von {} beiseitegelegten Beispielen hielten {:.1f} % nach Epoche {:.0f} einem Angriff stand, und nur {:.1f} % nach Epoche {:.0f} ({}, Epsilon {:g}, {} Schritte PGD).</translation>
    </message>
    <message>
        <source>On the sample that is shown the network says {} now, and said {} before.</source>
        <translation>Beim gezeigten Beispiel sagt das Netz jetzt {} und sagte vorher {}.</translation>
    </message>
    <message>
        <source>On the sample that is shown the network still says {}, and said {} before.</source>
        <translation>Beim gezeigten Beispiel sagt das Netz noch immer {} und sagte vorher {}.</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>PGD</source>
        <translation>PGD</translation>
    </message>
    <message>
        <source>Plain noise of the same size does not lead it there: it says {}.</source>
        <translation>Bloßes Rauschen derselben Größe führt es nicht dorthin: Es sagt {}.</translation>
    </message>
    <message>
        <source>Plain noise of the same size leads it there too: it says {}.</source>
        <translation>Bloßes Rauschen derselben Größe führt es auch dorthin: Es sagt {}.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Shown at x</source>
        <translation>Gezeigt bei x</translation>
    </message>
    <message>
        <source>Shown at y</source>
        <translation>Gezeigt bei y</translation>
    </message>
    <message>
        <source>Size of the patch</source>
        <translation>Größe des Aufklebers</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Aufkleber</translation>
    </message>
    <message>
        <source>Stuck on pictures that are new to it, the patch fools the network in {:.1f} % of them; a patch of plain noise in {:.1f} %.</source>
        <translation>Auf Bilder geklebt, die ihm neu sind, täuscht der Aufkleber das Netz bei {:.1f} % von ihnen; ein Aufkleber aus bloßem Rauschen bei {:.1f} %.</translation>
    </message>
    <message>
        <source>Stuck on pictures that are new to it, the patch makes the network say {:s} to {:.1f} % of them; a patch of plain noise to {:.1f} %.</source>
        <translation>Auf Bilder geklebt, die ihm neu sind, lässt der Aufkleber das Netz {:s} sagen: bei {:.1f} % von ihnen; ein Aufkleber aus bloßem Rauschen bei {:.1f} %.</translation>
    </message>
    <message>
        <source>TRADES</source>
        <translation>TRADES</translation>
    </message>
    <message>
        <source>The Brier score: the squared distance of the probabilities from the truth in the mean.</source>
        <translation>Der Brier-Score: der quadrierte Abstand der Wahrscheinlichkeiten von der Wahrheit im Mittel.</translation>
    </message>
    <message>
        <source>The attack carries over: {:s} errs more often than with plain noise, though nobody looked into it.</source>
        <translation>Der Angriff überträgt sich: {:s} irrt öfter als bei bloßem Rauschen, obwohl niemand hineingesehen hat.</translation>
    </message>
    <message>
        <source>The attack does not carry over: to {:s} it is no worse than plain noise.</source>
        <translation>Der Angriff überträgt sich nicht: Für {:s} ist er nicht schlimmer als bloßes Rauschen.</translation>
    </message>
    <message>
        <source>The attack on this network fools it with {:.1f} % of them. The same samples fool {:s} with {:.1f} %; a direct attack of the same strength {:.1f} %, plain noise {:.1f} %.</source>
        <translation>Der Angriff auf dieses Netz täuscht es bei {:.1f} % davon. Dieselben Beispiele täuschen {:s} bei {:.1f} %; ein direkter Angriff derselben Stärke bei {:.1f} %, bloßes Rauschen bei {:.1f} %.</translation>
    </message>
    <message>
        <source>The class that it says afterwards.</source>
        <translation>Die Klasse, die es danach nennt.</translation>
    </message>
    <message>
        <source>The class that it says to it with the sticker.</source>
        <translation>Die Klasse, die es mit dem Aufkleber dazu sagt.</translation>
    </message>
    <message>
        <source>The class that the network says before the attack.</source>
        <translation>Die Klasse, die das Netz vor dem Angriff nennt.</translation>
    </message>
    <message>
        <source>The class that the network says to the shown sample without it.</source>
        <translation>Die Klasse, die das Netz ohne ihn zum gezeigten Beispiel sagt.</translation>
    </message>
    <message>
        <source>The class that the network shall say to everything, counted from 0. -1: any but the right one.</source>
        <translation>Die Klasse, die das Netz zu allem sagen soll, von 0 an gezählt. -1: irgendeine außer der richtigen.</translation>
    </message>
    <message>
        <source>The class whose score is explained.</source>
        <translation>Die Klasse, deren Score erklärt wird.</translation>
    </message>
    <message>
        <source>The expected calibration error at that temperature.</source>
        <translation>Der erwartete Kalibrierungsfehler bei dieser Temperatur.</translation>
    </message>
    <message>
        <source>The expected calibration error: by how much it is surer, or less sure, than right.</source>
        <translation>Der erwartete Kalibrierungsfehler: um wie viel es sicherer oder unsicherer ist, als es recht hat.</translation>
    </message>
    <message>
        <source>The followed weight after it.</source>
        <translation>Das verfolgte Gewicht danach.</translation>
    </message>
    <message>
        <source>The followed weight before the step.</source>
        <translation>Das verfolgte Gewicht vor dem Schritt.</translation>
    </message>
    <message>
        <source>The largest change of a number that came out.</source>
        <translation>Die größte Änderung einer Zahl, die herauskam.</translation>
    </message>
    <message>
        <source>The layer that was looked into last.</source>
        <translation>Die Schicht, in die zuletzt hineingesehen wurde.</translation>
    </message>
    <message>
        <source>The learning rate of the step.</source>
        <translation>Die Lernrate des Schritts.</translation>
    </message>
    <message>
        <source>The lens &quot;{:s}&quot; has no setting &quot;{:s}&quot;.</source>
        <translation>Die Linse „{:s}“ hat keine Einstellung „{:s}“.</translation>
    </message>
    <message>
        <source>The lens &quot;{:s}&quot; looks at no samples.</source>
        <translation>Die Linse „{:s}“ betrachtet keine Beispiele.</translation>
    </message>
    <message>
        <source>The lens &quot;{:s}&quot; looks at no single layer.</source>
        <translation>Die Linse „{:s}“ betrachtet keine einzelne Schicht.</translation>
    </message>
    <message>
        <source>The lens &quot;{:s}&quot; looks at no single sample.</source>
        <translation>Die Linse „{:s}“ betrachtet kein einzelnes Beispiel.</translation>
    </message>
    <message>
        <source>The loss of the followed sample.</source>
        <translation>Der Verlust des verfolgten Beispiels.</translation>
    </message>
    <message>
        <source>The mean loss over the batch.</source>
        <translation>Der mittlere Verlust über den Batch.</translation>
    </message>
    <message>
        <source>The negative log-likelihood at that temperature.</source>
        <translation>Die negative Log-Likelihood bei dieser Temperatur.</translation>
    </message>
    <message>
        <source>The negative log-likelihood of the true classes in the mean.</source>
        <translation>Die negative Log-Likelihood der wahren Klassen im Mittel.</translation>
    </message>
    <message>
        <source>The network has learned to fool the attack that it trains against, not to stand it (catastrophic overfitting).</source>
        <translation>Das Netz hat gelernt, den Angriff zu täuschen, gegen den es trainiert, statt ihm standzuhalten (katastrophale Überanpassung).</translation>
    </message>
    <message>
        <source>The network has no layer &quot;{:s}&quot; here.</source>
        <translation>Das Netz hat hier keine Schicht „{:s}“.</translation>
    </message>
    <message>
        <source>The number of the sample that was looked at last.</source>
        <translation>Die Nummer des Beispiels, das zuletzt betrachtet wurde.</translation>
    </message>
    <message>
        <source>The number that is worked out.</source>
        <translation>Die Zahl, die ausgerechnet wird.</translation>
    </message>
    <message>
        <source>The other one, attacked directly</source>
        <translation>Das andere, direkt angegriffen</translation>
    </message>
    <message>
        <source>The other one, by the same samples</source>
        <translation>Das andere, mit denselben Beispielen</translation>
    </message>
    <message>
        <source>The other one, plain noise</source>
        <translation>Das andere, bloßes Rauschen</translation>
    </message>
    <message>
        <source>The patch covers {} × {} of {} × {} pixels.</source>
        <translation>Der Aufkleber bedeckt {} × {} von {} × {} Pixeln.</translation>
    </message>
    <message>
        <source>The patch, magnified</source>
        <translation>Der Aufkleber, vergrößert</translation>
    </message>
    <message>
        <source>The price of large weights.</source>
        <translation>Der Preis großer Gewichte.</translation>
    </message>
    <message>
        <source>The same after the first start of that attack alone.</source>
        <translation>Dasselbe nach dem ersten Start dieses Angriffs allein.</translation>
    </message>
    <message>
        <source>The same in the bin where it is worst.</source>
        <translation>Dasselbe in dem Abschnitt, in dem es am schlimmsten ist.</translation>
    </message>
    <message>
        <source>The same number as the device has it.</source>
        <translation>Dieselbe Zahl, wie das Gerät sie hat.</translation>
    </message>
    <message>
        <source>The samples of this network are {}, those of {:s} {}: what is made for the one does not fit the other.</source>
        <translation>Die Beispiele dieses Netzes sind {}, die von {:s} {}: Was für das eine gemacht ist, passt nicht zum anderen.</translation>
    </message>
    <message>
        <source>The score of that class.</source>
        <translation>Der Score dieser Klasse.</translation>
    </message>
    <message>
        <source>The share of pure noise that it is surer of than 90 %.</source>
        <translation>Der Anteil des reinen Rauschens, bei dem es sich zu mehr als 90 % sicher ist.</translation>
    </message>
    <message>
        <source>The share of pure noise that it is surer of than 99 %.</source>
        <translation>Der Anteil des reinen Rauschens, bei dem es sich zu mehr als 99 % sicher ist.</translation>
    </message>
    <message>
        <source>The share of right answers under the largest attack with many steps.</source>
        <translation>Der Anteil richtiger Antworten unter dem größten Angriff mit vielen Schritten.</translation>
    </message>
    <message>
        <source>The share of right answers under the largest attack with one step.</source>
        <translation>Der Anteil richtiger Antworten unter dem größten Angriff mit einem Schritt.</translation>
    </message>
    <message>
        <source>The share of right answers with plain noise of the largest size.</source>
        <translation>Der Anteil richtiger Antworten bei bloßem Rauschen der größten Größe.</translation>
    </message>
    <message>
        <source>The share of right answers without an attack.</source>
        <translation>Der Anteil richtiger Antworten ohne Angriff.</translation>
    </message>
    <message>
        <source>The share of shuffled samples that it is surer of than 90 %.</source>
        <translation>Der Anteil der gemischten Beispiele, bei denen es sich zu mehr als 90 % sicher ist.</translation>
    </message>
    <message>
        <source>The share of shuffled samples that it is surer of than 99 %.</source>
        <translation>Der Anteil der gemischten Beispiele, bei denen es sich zu mehr als 99 % sicher ist.</translation>
    </message>
    <message>
        <source>The share of the samples that count that it fools, or brings to the target.</source>
        <translation>Der Anteil der Beispiele, die zählen, bei denen er täuscht oder zum Ziel führt.</translation>
    </message>
    <message>
        <source>The share of them that fools it with plain noise.</source>
        <translation>Der Anteil davon, der es mit bloßem Rauschen täuscht.</translation>
    </message>
    <message>
        <source>The share of them that fools the other one too.</source>
        <translation>Der Anteil davon, der auch das andere täuscht.</translation>
    </message>
    <message>
        <source>The share of them that fools the other one when it is attacked itself.</source>
        <translation>Der Anteil davon, der das andere täuscht, wenn es selbst angegriffen wird.</translation>
    </message>
    <message>
        <source>The share of them that is right as they are.</source>
        <translation>Welcher Anteil davon unverändert richtig ist.</translation>
    </message>
    <message>
        <source>The share of them that is right.</source>
        <translation>Welcher Anteil davon richtig ist.</translation>
    </message>
    <message>
        <source>The share of them that plain noise of the same size does that to.</source>
        <translation>Der Anteil davon, bei dem bloßes Rauschen derselben Größe das tut.</translation>
    </message>
    <message>
        <source>The share of them that the other one gets right.</source>
        <translation>Der Anteil davon, den das andere richtig hat.</translation>
    </message>
    <message>
        <source>The share of them that this network gets right.</source>
        <translation>Der Anteil davon, den dieses Netz richtig hat.</translation>
    </message>
    <message>
        <source>The share of those attacked that fools this network.</source>
        <translation>Der Anteil der angegriffenen, der dieses Netz täuscht.</translation>
    </message>
    <message>
        <source>The share that is right changed by half the largest amount.</source>
        <translation>Welcher Anteil richtig ist, wenn sie um die Hälfte der größten Stärke verändert sind.</translation>
    </message>
    <message>
        <source>The state after step {} is back.</source>
        <translation>Der Stand nach Schritt {} ist wieder da.</translation>
    </message>
    <message>
        <source>The temperature that was found to suit best.</source>
        <translation>Die Temperatur, die sich als die passendste herausgestellt hat.</translation>
    </message>
    <message>
        <source>There is no data here to look at.</source>
        <translation>Hier sind keine Daten, die sich betrachten ließen.</translation>
    </message>
    <message>
        <source>There is no lens &quot;{:s}&quot;.</source>
        <translation>Es gibt keine Linse „{:s}“.</translation>
    </message>
    <message>
        <source>There is no network here to look into.</source>
        <translation>Hier ist kein Netz, in das man hineinsehen könnte.</translation>
    </message>
    <message>
        <source>There is no other network to try the attack on.</source>
        <translation>Es gibt kein anderes Netz, an dem der Angriff versucht werden könnte.</translation>
    </message>
    <message>
        <source>There is no sample {} in this split.</source>
        <translation>In diesem Teil gibt es kein Beispiel {}.</translation>
    </message>
    <message>
        <source>There is no split &quot;{:s}&quot;.</source>
        <translation>Es gibt keinen Teil „{:s}“.</translation>
    </message>
    <message>
        <source>There is nothing to attack. Do both networks tell the same classes apart, in the same order?</source>
        <translation>Es gibt nichts anzugreifen. Unterscheiden beide Netze dieselben Klassen, in derselben Reihenfolge?</translation>
    </message>
    <message>
        <source>This can&apos;t be looked at here: {}</source>
        <translation>Das lässt sich hier nicht betrachten: {}</translation>
    </message>
    <message>
        <source>This network gets {:.1f} % right, {:s} {:.1f} %, and both of them {}, of the first {} {}. Those that both get right are attacked.</source>
        <translation>Dieses Netz hat {:.1f} % richtig, {:s} {:.1f} %, und beide zusammen {}, von den ersten {} {}. Angegriffen werden die, bei denen beide richtig liegen.</translation>
    </message>
    <message>
        <source>This network tells {} classes apart, and {:s} {}.</source>
        <translation>Dieses Netz unterscheidet {} Klassen, und {:s} {}.</translation>
    </message>
    <message>
        <source>This network, attacked</source>
        <translation>Dieses Netz, angegriffen</translation>
    </message>
    <message>
        <source>This project has not been trained.</source>
        <translation>Dieses Projekt wurde nicht trainiert.</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Tries on another network what is made to fool this one: a check whether the other one&apos;s gradients lead attacks astray.</source>
        <translation>Versucht an einem anderen Netz, was dieses täuschen soll: eine Probe, ob die Gradienten des anderen Angriffe in die Irre führen.</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Gedreht</translation>
    </message>
    <message>
        <source>What they add up to.</source>
        <translation>Was sie zusammen ergeben.</translation>
    </message>
    <message>
        <source>Where the middle of the patch lies on the sample that is shown: 0 is the left border, 1 the right one.</source>
        <translation>Wo die Mitte des Aufklebers auf dem gezeigten Beispiel liegt: 0 ist der linke Rand, 1 der rechte.</translation>
    </message>
    <message>
        <source>Where the middle of the patch lies on the sample that is shown: 0 is the upper border, 1 the lower one.</source>
        <translation>Wo die Mitte des Aufklebers auf dem gezeigten Beispiel liegt: 0 ist der obere Rand, 1 der untere.</translation>
    </message>
    <message>
        <source>Where the patch is to fool the network: only where it is shown, anywhere on a picture, or there turned by any quarter turns as well. The fewer places, the easier.</source>
        <translation>Wo der Aufkleber das Netz täuschen soll: nur da, wo er gezeigt wird, überall auf einem Bild, oder dort auch um beliebige Vierteldrehungen gedreht. Je weniger Orte, desto leichter.</translation>
    </message>
    <message>
        <source>Whose samples were looked at last.</source>
        <translation>Wessen Beispiele zuletzt betrachtet wurden.</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>Mit ihm</translation>
    </message>
    <message>
        <source>With plain noise</source>
        <translation>Mit bloßem Rauschen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>patch: lies on the picture</source>
        <translation>patch: liegt auf dem Bild</translation>
    </message>
    <message>
        <source>{}: {}, epsilon {:g}, {} of {:.4g} each</source>
        <translation>{}: {}, Epsilon {:g}, {} von je {:.4g}</translation>
    </message>
    <message>
        <source>A larger epsilon may do it.</source>
        <translation>Ein größeres Epsilon kann helfen.</translation>
    </message>
    <message>
        <source>A larger epsilon or more steps may do it.</source>
        <translation>Ein größeres Epsilon oder mehr Schritte können helfen.</translation>
    </message>
    <message>
        <source>How sure it is (click a bar to aim)</source>
        <translation>Wie sicher es ist (ein Klick zielt)</translation>
    </message>
    <message>
        <source>Not fooled: the network says {}, and said {} before.</source>
        <translation>Nicht getäuscht: Das Netz sagt {} und sagte vorher {}.</translation>
    </message>
    <message>
        <source>Scores (click a bar to aim)</source>
        <translation>Werte (ein Klick zielt)</translation>
    </message>
    <message>
        <source>What they are taken for (click a bar to aim)</source>
        <translation>Wofür sie gehalten werden (ein Klick zielt)</translation>
    </message>
    <message>
        <source>How sure it is of samples and of noise</source>
        <translation>Wie sicher es sich bei Rauschen ist</translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation>Zuverlässigkeitsdiagramm</translation>
    </message>
    <message>
        <source>Nothing but noise, and the network says {}.</source>
        <translation>Nichts als Rauschen, und das Netz sagt {}.</translation>
    </message>
    <message>
        <source>Choose one that takes numbers which can be changed a little.</source>
        <translation>Wähle eines, das Zahlen nimmt, die sich ein wenig ändern lassen.</translation>
    </message>
    <message>
        <source>Of the samples, {:s} may have learned from any: they were parted for this network.</source>
        <translation>Von den Beispielen kann {:s} aus jedem gelernt haben: Aufgeteilt wurden sie für dieses Netz.</translation>
    </message>
    <message>
        <source>The other network, {:s}, can&apos;t be attacked itself.</source>
        <translation>Das andere Netz, {:s}, kann selbst nicht angegriffen werden.</translation>
    </message>
    <message>
        <source>What was made for another network is stronger than the direct attack: the gradients of {:s} lead astray (gradient masking), so that it is less robust than direct attacks make it seem, or the direct attack takes too few steps.</source>
        <translation>Was für ein anderes Netz gemacht wurde, ist stärker als der direkte Angriff: Die Gradienten von {:s} führen in die Irre (Gradientenmaskierung), sodass es weniger robust ist, als direkte Angriffe es scheinen lassen, oder der direkte Angriff macht zu wenige Schritte.</translation>
    </message>
    <message>
        <source>A grid goes along two different numbers of the latent.</source>
        <translation>Ein Netz läuft entlang zweier verschiedener latenter Zahlen.</translation>
    </message>
    <message>
        <source>A sample is a point of a plane where it is two numbers, but here it is {}.</source>
        <translation>Ein Beispiel ist ein Punkt der Ebene, wo es aus zwei Zahlen besteht, aber hier ist es {}.</translation>
    </message>
    <message>
        <source>A single score says nothing here: each place is compared with {} real samples. In the middle of the colours it looks as real as those.</source>
        <translation>Eine einzelne Bewertung sagt hier nichts: Jede Stelle wird mit {} echten Beispielen verglichen. In der Mitte der Farben wirkt sie so echt wie diese.</translation>
    </message>
    <message>
        <source>A wire goes from {:s} into {:s}, but that is where random numbers come in.</source>
        <translation>Eine Verbindung geht von {} nach {}, aber dort kommen Zufallszahlen herein.</translation>
    </message>
    <message>
        <source>An arrow shows where its point should go so that the generator&apos;s loss falls fastest; its length is that slope, and the longest, a tenth of the plane, stands for {:.3g}.</source>
        <translation>Ein Pfeil zeigt, wohin sein Punkt müsste, damit der Verlust des Generators am schnellsten fällt; seine Länge ist dieses Gefälle, und der längste, ein Zehntel der Ebene, steht für {:.3g}.</translation>
    </message>
    <message>
        <source>Answer {} is no probabilities: they are 0 or more, and their sum is 1.</source>
        <translation>Antwort {} sind keine Wahrscheinlichkeiten: Diese sind mindestens 0 und haben die Summe 1.</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>As the original one, but the generator makes it likely that it is believed: it gets a strong gradient just where it is seen through.</source>
        <translation>Wie der ursprüngliche, aber der Generator macht wahrscheinlich, dass ihm geglaubt wird: Gerade wo er durchschaut wird, bekommt er einen starken Gradienten.</translation>
    </message>
    <message>
        <source>At how many of the made points an arrow shows where the discriminator pulls them.</source>
        <translation>An wie vielen der erzeugten Punkte ein Pfeil zeigt, wohin der Diskriminator sie zieht.</translation>
    </message>
    <message>
        <source>Average of the generator</source>
        <translation>Mittel des Generators</translation>
    </message>
    <message>
        <source>Background (0 rose to 1 lilac)</source>
        <translation>Hintergrund (0 rosa bis 1 flieder)</translation>
    </message>
    <message>
        <source>Background lighter above (-1 to 1)</source>
        <translation>Hintergrund oben heller (-1 bis 1)</translation>
    </message>
    <message>
        <source>Between real and made samples a slope of 1 is wanted, and others cost.</source>
        <translation>Zwischen echten und gemachten Beispielen ist eine Steigung von 1 gewünscht, und andere kosten.</translation>
    </message>
    <message>
        <source>Cartoon faces</source>
        <translation>Comic-Gesichter</translation>
    </message>
    <message>
        <source>Charges the discriminator where its score changes fast from one sample to the next: at real ones (R1), at made ones too (R1 and R2), or between both (gradient penalty). Auto takes what the loss is usually used with.</source>
        <translation>Lässt den Diskriminator zahlen, wo sich seine Wertung von einem Beispiel zum nächsten schnell ändert: bei echten (R1), auch bei gemachten (R1 und R2) oder zwischen beiden (Gradientenstrafe). Automatisch nimmt, was zum Verlust üblich ist.</translation>
    </message>
    <message>
        <source>Choose a layer of the discriminator.</source>
        <translation>Wähle eine Schicht des Diskriminators.</translation>
    </message>
    <message>
        <source>Choose another second direction.</source>
        <translation>Wähle eine andere zweite Richtung.</translation>
    </message>
    <message>
        <source>Choose from 1 to {}.</source>
        <translation>Wähle von 1 bis {}.</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>Wolken</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Discriminator&apos;s steps</source>
        <translation>Schritte des Diskriminators</translation>
    </message>
    <message>
        <source>Distance of the eyes (px)</source>
        <translation>Abstand der Augen (px)</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Draw a generator from a Latent on, and wire its last layer into the Input.</source>
        <translation>Zeichne einen Generator von einem latenten Vektor an, und verbinde seine letzte Schicht mit der Eingabe.</translation>
    </message>
    <message>
        <source>Draw one from a Latent on, and wire its last layer into the Input.</source>
        <translation>Zeichne einen von einem latenten Vektor an, und verbinde seine letzte Schicht mit der Eingabe.</translation>
    </message>
    <message>
        <source>Eyes (0 brown to 1 grey)</source>
        <translation>Augen (0 braun bis 1 grau)</translation>
    </message>
    <message>
        <source>Eyes open (0 to 1)</source>
        <translation>Augen offen (0 bis 1)</translation>
    </message>
    <message>
        <source>Faces with eight hair styles, in any colours, that smile or don&apos;t, look about and may wear glasses, 32 x 32 pixels.</source>
        <translation>Gesichter mit acht Frisuren in allerlei Farben, die lächeln oder nicht, sich umsehen und vielleicht eine Brille tragen, 32 x 32 Pixel.</translation>
    </message>
    <message>
        <source>First direction of the grid</source>
        <translation>Erste Richtung des Netzes</translation>
    </message>
    <message>
        <source>For the classifier, what lies beyond 0 to 1 was cut off in {} of {} made samples.</source>
        <translation>Für den Klassifikator wurde bei {} von {} erzeugten Beispielen abgeschnitten, was jenseits von 0 bis 1 liegt.</translation>
    </message>
    <message>
        <source>Fréchet distance of {} made samples from {} real ones, in the classifier&apos;s features: {:.3g}. Of {} other real ones it is {:.3g}: about that is as good as the same. Only figures of as many samples can be compared.</source>
        <translation>Fréchet-Abstand von {} erzeugten zu {} echten Beispielen in den Merkmalen des Klassifikators: {:.3g}. Bei {} anderen echten ist er {:.3g}: So viel ist so gut wie gleich. Vergleichbar sind nur Zahlen von gleich vielen Beispielen.</translation>
    </message>
    <message>
        <source>Generated and real samples are not of one size: {} and {}.</source>
        <translation>Erzeugte und echte Beispiele sind nicht gleich groß: {} und {}.</translation>
    </message>
    <message>
        <source>Generated samples</source>
        <translation>Gemachte Beispiele</translation>
    </message>
    <message>
        <source>Generator and discriminator</source>
        <translation>Generator und Diskriminator</translation>
    </message>
    <message>
        <source>Generator&apos;s optimiser</source>
        <translation>Optimierer des Generators</translation>
    </message>
    <message>
        <source>Generator&apos;s rate</source>
        <translation>Rate des Generators</translation>
    </message>
    <message>
        <source>Generator&apos;s steps</source>
        <translation>Schritte des Generators</translation>
    </message>
    <message>
        <source>Give its last layer one output.</source>
        <translation>Gib seiner letzten Schicht einen Ausgang.</translation>
    </message>
    <message>
        <source>Glasses (0 or 1)</source>
        <translation>Brille (0 oder 1)</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>Gradientenstrafe</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Grid of the latent space</source>
        <translation>Netz des latenten Raums</translation>
    </message>
    <message>
        <source>Hair (0 black to 1 blue)</source>
        <translation>Haar (0 schwarz bis 1 blau)</translation>
    </message>
    <message>
        <source>How good they are is measured of digits, and of samples of at most {} numbers: nothing that comes with the program knows these.</source>
        <translation>Wie gut sie sind, wird bei Ziffern gemessen und bei Beispielen aus höchstens {} Zahlen: Nichts, was dem Programm beiliegt, kennt diese hier.</translation>
    </message>
    <message>
        <source>How likely a place is real, says the discriminator</source>
        <translation>Wie wahrscheinlich eine Stelle echt ist, sagt der Diskriminator</translation>
    </message>
    <message>
        <source>How likely the discriminator takes a place for more real than a real sample</source>
        <translation>Wie wahrscheinlich der Diskriminator eine Stelle für echter hält als ein echtes Beispiel</translation>
    </message>
    <message>
        <source>How many clouds the data come from, where that is known.</source>
        <translation>Aus wie vielen Wolken die Daten stammen, wo das bekannt ist.</translation>
    </message>
    <message>
        <source>How many made samples are shown.</source>
        <translation>Wie viele erzeugte Beispiele gezeigt werden.</translation>
    </message>
    <message>
        <source>How many made samples the figures are of.</source>
        <translation>Von wie vielen erzeugten Beispielen die Zahlen stammen.</translation>
    </message>
    <message>
        <source>How many of ten digits have a share of at least 0.05 of the made samples.</source>
        <translation>Wie viele von zehn Ziffern einen Anteil von mindestens 0,05 an den erzeugten Beispielen haben.</translation>
    </message>
    <message>
        <source>How many of them the generator hits.</source>
        <translation>Wie viele davon der Generator trifft.</translation>
    </message>
    <message>
        <source>How many random numbers a sample is made of.</source>
        <translation>Aus wie vielen Zufallszahlen ein Beispiel gemacht wird.</translation>
    </message>
    <message>
        <source>How many samples are made for that, and held against as many real ones. More take longer.</source>
        <translation>Wie viele Beispiele dafür erzeugt und mit ebenso vielen echten verglichen werden. Mehr dauern länger.</translation>
    </message>
    <message>
        <source>How many samples are made, and how many real ones are shown beside them.</source>
        <translation>Wie viele Beispiele erzeugt und wie viele echte daneben gezeigt werden.</translation>
    </message>
    <message>
        <source>How many steps the discriminator takes before the generator&apos;s turn. 0: it stays as it is, and the generator learns alone.</source>
        <translation>Wie viele Schritte der Diskriminator geht, bevor der Generator an der Reihe ist. 0: Er bleibt, wie er ist, und der Generator lernt allein.</translation>
    </message>
    <message>
        <source>How many steps the generator takes before the discriminator&apos;s turn. 0: it stays as it is, and the discriminator learns alone.</source>
        <translation>Wie viele Schritte der Generator geht, bevor der Diskriminator an der Reihe ist. 0: Er bleibt, wie er ist, und der Diskriminator lernt allein.</translation>
    </message>
    <message>
        <source>How much it costs</source>
        <translation>Wie viel es kostet</translation>
    </message>
    <message>
        <source>How often each digit is made</source>
        <translation>Wie oft jede Ziffer erzeugt wird</translation>
    </message>
    <message>
        <source>How often the discriminator is right, from 0 to 1; 0.5 is guessing.</source>
        <translation>Wie oft der Diskriminator recht hat, von 0 bis 1; 0,5 ist geraten.</translation>
    </message>
    <message>
        <source>How sure the digit classifier is of made digits, in the mean.</source>
        <translation>Wie sicher sich der Ziffernklassifikator erzeugter Ziffern im Mittel ist.</translation>
    </message>
    <message>
        <source>How they are drawn: normal, with mean 0 and spread 1, or uniform, all numbers from -1 to 1 alike.</source>
        <translation>Wie sie gezogen werden: normal, mit Mittelwert 0 und Streuung 1, oder gleichverteilt, alle Zahlen von -1 bis 1 gleich oft.</translation>
    </message>
    <message>
        <source>In the middle of the colours, at a score of {:g}, the discriminator is undecided.</source>
        <translation>In der Mitte der Farben, bei einer Bewertung von {:g}, ist der Diskriminator unentschieden.</translation>
    </message>
    <message>
        <source>Its other numbers are 0.</source>
        <translation>Seine anderen Zahlen sind 0.</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Latenter Vektor</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>Kleinste Quadrate</translation>
    </message>
    <message>
        <source>Let its last layer give {}.</source>
        <translation>Lass seine letzte Schicht {} geben.</translation>
    </message>
    <message>
        <source>Look at the samples that the generator makes.</source>
        <translation>Sieh dir die Beispiele an, die der Generator macht.</translation>
    </message>
    <message>
        <source>Look at them through the lens &quot;Generated samples&quot;.</source>
        <translation>Betrachte sie durch die Linse „Erzeugte Beispiele“.</translation>
    </message>
    <message>
        <source>Look up or down, in degrees</source>
        <translation>Blick nach oben oder unten in Grad</translation>
    </message>
    <message>
        <source>Looks right (°)</source>
        <translation>Schaut nach rechts (°)</translation>
    </message>
    <message>
        <source>Looks up (°)</source>
        <translation>Schaut nach oben (°)</translation>
    </message>
    <message>
        <source>Loss of both players</source>
        <translation>Verlust beider Spieler</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Made by the generator</source>
        <translation>Vom Generator erzeugt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measured samples</source>
        <translation>Gemessene Beispiele</translation>
    </message>
    <message>
        <source>Mouth open (0 to 1)</source>
        <translation>Mund offen (0 bis 1)</translation>
    </message>
    <message>
        <source>No phase of training has any steps.</source>
        <translation>Keine Phase des Trainings hat Schritte.</translation>
    </message>
    <message>
        <source>Non-saturating</source>
        <translation>Nicht sättigend</translation>
    </message>
    <message>
        <source>Nothing follows {:s}, but the generator already ends in {:s}; a generator has one output.</source>
        <translation>Auf {} folgt nichts, aber der Generator endet schon in {}; ein Generator hat einen Ausgang.</translation>
    </message>
    <message>
        <source>Number {}</source>
        <translation>Zahl {}</translation>
    </message>
    <message>
        <source>Of how many samples of each kind the Fréchet distances are.</source>
        <translation>Von wie vielen Beispielen jeder Art die Fréchet-Abstände stammen.</translation>
    </message>
    <message>
        <source>Of pairs of a real and a made sample, the discriminator tells {:.0f} % apart; 50 % would be guessing.</source>
        <translation>Von Paaren aus einem echten und einem erzeugten Beispiel unterscheidet der Diskriminator {:.0f} %; 50 % wären geraten.</translation>
    </message>
    <message>
        <source>Of the random numbers that samples are made of. The same seed gives the same numbers, so that two looks can be compared.</source>
        <translation>Der Zufallszahlen, aus denen Beispiele werden. Derselbe Startwert gibt dieselben Zahlen, sodass sich zwei Blicke vergleichen lassen.</translation>
    </message>
    <message>
        <source>Only one network is trained here: nobody plays against it.</source>
        <translation>Hier wird nur ein Netz trainiert: Niemand spielt dagegen.</translation>
    </message>
    <message>
        <source>Original (minimax)</source>
        <translation>Ursprünglich (Minimax)</translation>
    </message>
    <message>
        <source>Price of steep scores</source>
        <translation>Preis steiler Wertungen</translation>
    </message>
    <message>
        <source>R1 and R2</source>
        <translation>R1 und R2</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Real samples</source>
        <translation>Echte Beispiele</translation>
    </message>
    <message>
        <source>Relativistic</source>
        <translation>Relativistisch</translation>
    </message>
    <message>
        <source>Ring of clouds</source>
        <translation>Ring aus Wolken</translation>
    </message>
    <message>
        <source>Ring: generator and discriminator</source>
        <translation>Ring: Generator und Diskriminator</translation>
    </message>
    <message>
        <source>Samples at each cloud</source>
        <translation>Beispiele in jeder Wolke</translation>
    </message>
    <message>
        <source>Second direction of the grid</source>
        <translation>Zweite Richtung des Netzes</translation>
    </message>
    <message>
        <source>Share of the samples</source>
        <translation>Anteil an den Beispielen</translation>
    </message>
    <message>
        <source>Share with glasses</source>
        <translation>Anteil mit Brille</translation>
    </message>
    <message>
        <source>Shirt (0 red to 1 purple)</source>
        <translation>Hemd (0 rot bis 1 lila)</translation>
    </message>
    <message>
        <source>Shows over the plane what the discriminator says of each place, where the generator&apos;s points are, and where they are pulled.</source>
        <translation>Zeigt über der Ebene, was der Diskriminator zu jeder Stelle sagt, wo die Punkte des Generators liegen und wohin sie gezogen werden.</translation>
    </message>
    <message>
        <source>Shows what the generator makes of fixed random numbers, and measures how good that is.</source>
        <translation>Zeigt, was der Generator aus festen Zufallszahlen macht, und misst, wie gut das ist.</translation>
    </message>
    <message>
        <source>Size of the eyes (1 is usual)</source>
        <translation>Größe der Augen (1 ist üblich)</translation>
    </message>
    <message>
        <source>Skin (0 light to 1 dark)</source>
        <translation>Haut (0 hell bis 1 dunkel)</translation>
    </message>
    <message>
        <source>Slopes cost nothing.</source>
        <translation>Steigungen kosten nichts.</translation>
    </message>
    <message>
        <source>Small round clouds of points on a circle: a generator should hit each of them, and nothing in between.</source>
        <translation>Kleine runde Wolken aus Punkten auf einem Kreis: Ein Generator soll jede davon treffen und nichts dazwischen.</translation>
    </message>
    <message>
        <source>Smile (-1 sad, 1 happy)</source>
        <translation>Lächeln (-1 traurig, 1 fröhlich)</translation>
    </message>
    <message>
        <source>Spread of a cloud</source>
        <translation>Streuung einer Wolke</translation>
    </message>
    <message>
        <source>Squared mean discrepancy (MMD) of {} made samples from {} real ones: {:.3g}. Of {} other real ones it is {:.3g}: about that is as good as the same.</source>
        <translation>Quadrierte mittlere Diskrepanz (MMD) von {} erzeugten zu {} echten Beispielen: {:.3g}. Bei {} anderen echten ist sie {:.3g}: So viel ist so gut wie gleich.</translation>
    </message>
    <message>
        <source>Steep scores cost at real and at made samples.</source>
        <translation>Steile Wertungen kosten bei echten und bei gemachten Beispielen.</translation>
    </message>
    <message>
        <source>Steep scores cost at real samples: the discriminator grows flat where nothing more is to be learned, and the two come to rest.</source>
        <translation>Steile Wertungen kosten bei echten Beispielen: Der Diskriminator wird flach, wo nichts mehr zu lernen ist, und die beiden kommen zur Ruhe.</translation>
    </message>
    <message>
        <source>That is sure of made ones by {:.1f} % in the mean, and of real ones by {:.1f} %: high where they are clear, but also where all are alike, and sometimes of mere noise.</source>
        <translation>Er ist sich erzeugter im Mittel zu {:.1f} % sicher und echter zu {:.1f} %: hoch, wo sie deutlich sind, aber auch, wo alle gleich sind, und manchmal bei bloßem Rauschen.</translation>
    </message>
    <message>
        <source>The Fréchet distance of made from real digits, in the digit classifier&apos;s features.</source>
        <translation>Der Fréchet-Abstand erzeugter von echten Ziffern in den Merkmalen des Ziffernklassifikators.</translation>
    </message>
    <message>
        <source>The Fréchet distance takes more than {} samples of each kind, and there are {}.</source>
        <translation>Der Fréchet-Abstand braucht mehr als {} Beispiele jeder Art, und es gibt {}.</translation>
    </message>
    <message>
        <source>The answers to the samples</source>
        <translation>Die Antworten auf die Beispiele</translation>
    </message>
    <message>
        <source>The centres of the modes</source>
        <translation>Die Mittelpunkte der Moden</translation>
    </message>
    <message>
        <source>The curve is what becomes of the latent&apos;s one number from {:g} to {:g}.</source>
        <translation>Die Kurve ist, was aus der einen latenten Zahl von {:g} bis {:g} wird.</translation>
    </message>
    <message>
        <source>The digit classifier that comes with the program reads only {:.0f} % of {} real samples rightly: these are no digits as it knows them, so the made ones are not measured by it.</source>
        <translation>Der Ziffernklassifikator, der dem Programm beiliegt, liest nur {:.0f} % von {} echten Beispielen richtig: Das sind keine Ziffern, wie er sie kennt, also werden die erzeugten nicht mit ihm gemessen.</translation>
    </message>
    <message>
        <source>The discriminator compares each real sample with a made one, and only which of both looks more real counts. With a penalty on slopes it is the steadiest of these losses.</source>
        <translation>Der Diskriminator vergleicht jedes echte Beispiel mit einem gemachten, und nur, welches von beiden echter aussieht, zählt. Mit einer Strafe auf Steigungen ist dieser Verlust der stetigste von allen.</translation>
    </message>
    <message>
        <source>The discriminator gives {} numbers for a sample, and a score is one.</source>
        <translation>Der Diskriminator gibt {} Zahlen für ein Beispiel, und eine Wertung ist eine.</translation>
    </message>
    <message>
        <source>The discriminator is right about {:.0f} % of the samples, real and made alike; 50 % would be guessing.</source>
        <translation>Der Diskriminator beurteilt {:.0f} % der Beispiele richtig, echte und erzeugte gleichermaßen; 50 % wären geraten.</translation>
    </message>
    <message>
        <source>The discriminator pulls the made points nowhere: its score is flat where they are.</source>
        <translation>Der Diskriminator zieht die erzeugten Punkte nirgendwohin: Seine Bewertung ist dort flach, wo sie liegen.</translation>
    </message>
    <message>
        <source>The discriminator scores real samples as far above made ones as a limit on its slope allows. The gap tells how far apart they are. It needs the gradient penalty.</source>
        <translation>Der Diskriminator wertet echte Beispiele so weit über gemachten, wie es eine Grenze für seine Steigung erlaubt. Der Abstand sagt, wie weit sie auseinanderliegen. Er braucht die Gradientenstrafe.</translation>
    </message>
    <message>
        <source>The discriminator&apos;s mean score is {:.3g} for {} made samples, and {:.3g} for {} {}.</source>
        <translation>Die mittlere Bewertung des Diskriminators ist {:.3g} für {} erzeugte Beispiele und {:.3g} für {} {}.</translation>
    </message>
    <message>
        <source>The discriminator&apos;s mean score of made points.</source>
        <translation>Die mittlere Bewertung des Diskriminators für erzeugte Punkte.</translation>
    </message>
    <message>
        <source>The discriminator&apos;s mean score of made samples.</source>
        <translation>Die mittlere Bewertung des Diskriminators für erzeugte Beispiele.</translation>
    </message>
    <message>
        <source>The discriminator&apos;s score</source>
        <translation>Die Bewertung des Diskriminators</translation>
    </message>
    <message>
        <source>The discriminator&apos;s score is to be 1 for real samples and 0 for made ones, and the generator wants a 1.</source>
        <translation>Die Wertung des Diskriminators soll 1 für echte und 0 für gemachte Beispiele sein, und der Generator will eine 1.</translation>
    </message>
    <message>
        <source>The features of the samples</source>
        <translation>Die Merkmale der Beispiele</translation>
    </message>
    <message>
        <source>The first of all: what one of them wins, the other loses. Where the discriminator is sure, the generator gets almost no gradient.</source>
        <translation>Der erste von allen: Was der eine gewinnt, verliert der andere. Wo sich der Diskriminator sicher ist, bekommt der Generator fast keinen Gradienten.</translation>
    </message>
    <message>
        <source>The generated samples</source>
        <translation>Die erzeugten Beispiele</translation>
    </message>
    <message>
        <source>The generator ends in {:s}, which gives {}, but {:s} takes samples of {}.</source>
        <translation>Der Generator endet in {} und gibt {}, aber {} nimmt Beispiele von {}.</translation>
    </message>
    <message>
        <source>The generator makes {}, but the discriminator takes {}.</source>
        <translation>Der Generator macht {}, aber der Diskriminator nimmt {}.</translation>
    </message>
    <message>
        <source>The generator&apos;s learning rate, as a multiple of the discriminator&apos;s.</source>
        <translation>Die Lernrate des Generators als Vielfaches der des Diskriminators.</translation>
    </message>
    <message>
        <source>The grid is what becomes of straight lines in the latent space: of its numbers {} and {} from {:g} to {:g}.</source>
        <translation>Das Netz ist, was aus geraden Linien im latenten Raum wird: aus seinen Zahlen {} und {} von {:g} bis {:g}.</translation>
    </message>
    <message>
        <source>The latent has {} numbers, and the grid asks for number {}.</source>
        <translation>Der latente Raum hat {} Zahlen, und das Netz verlangt die Zahl {}.</translation>
    </message>
    <message>
        <source>The phase &apos;{:s}&apos; of training has fewer steps than none.</source>
        <translation>Die Phase „{:s}“ des Trainings hat weniger Schritte als keinen.</translation>
    </message>
    <message>
        <source>The pictures</source>
        <translation>Die Bilder</translation>
    </message>
    <message>
        <source>The real samples</source>
        <translation>Die echten Beispiele</translation>
    </message>
    <message>
        <source>The real samples are all the same: they have no spread.</source>
        <translation>Die echten Beispiele sind alle gleich: Sie haben keine Streuung.</translation>
    </message>
    <message>
        <source>The rule by which the generator learns: the same as the discriminator&apos;s with all its settings, or another one with its usual settings.</source>
        <translation>Die Regel, nach der der Generator lernt: dieselbe wie die des Diskriminators mit allen Einstellungen, oder eine andere mit ihren üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>The same of real ones from others.</source>
        <translation>Dasselbe für echte und andere echte.</translation>
    </message>
    <message>
        <source>The same of real ones.</source>
        <translation>Dasselbe für echte.</translation>
    </message>
    <message>
        <source>The share of made samples within three standard deviations of a cloud.</source>
        <translation>Der Anteil erzeugter Beispiele innerhalb von drei Standardabweichungen einer Wolke.</translation>
    </message>
    <message>
        <source>The squared mean discrepancy of made from real samples of few numbers; 0: the same.</source>
        <translation>Die quadrierte mittlere Diskrepanz erzeugter von echten Beispielen aus wenigen Zahlen; 0: dasselbe.</translation>
    </message>
    <message>
        <source>The steepest slope of the generator&apos;s loss at the made points with arrows.</source>
        <translation>Das steilste Gefälle des Verlusts des Generators an den erzeugten Punkten mit Pfeilen.</translation>
    </message>
    <message>
        <source>The weight of that price. 0: the usual one, which is 0.1 of R1 and R2, and 10 of the gradient penalty.</source>
        <translation>Das Gewicht dieses Preises. 0: das übliche, nämlich 0.1 bei R1 und R2 und 10 bei der Gradientenstrafe.</translation>
    </message>
    <message>
        <source>The weights take {} bytes, but here are {}.</source>
        <translation>Die Gewichte brauchen {} Bytes, hier sind aber {}.</translation>
    </message>
    <message>
        <source>There are no real samples to hold the made ones against.</source>
        <translation>Es gibt keine echten Beispiele, mit denen sich die erzeugten vergleichen ließen.</translation>
    </message>
    <message>
        <source>There is no generator in this network.</source>
        <translation>In diesem Netz ist kein Generator.</translation>
    </message>
    <message>
        <source>These weights are not made for this network.</source>
        <translation>Diese Gewichte sind nicht für dieses Netz gemacht.</translation>
    </message>
    <message>
        <source>This network has no generator that could make samples.</source>
        <translation>Dieses Netz hat keinen Generator, der Beispiele machen könnte.</translation>
    </message>
    <message>
        <source>Tilt in degrees, either way</source>
        <translation>Neigung in Grad, in beide Richtungen</translation>
    </message>
    <message>
        <source>Tilted clockwise (°)</source>
        <translation>Im Uhrzeigersinn geneigt (°)</translation>
    </message>
    <message>
        <source>Turn to the side in degrees, either way</source>
        <translation>Drehung zur Seite in Grad, in beide Richtungen</translation>
    </message>
    <message>
        <source>Two networks that play against each other have no targets that they could be evaluated by.</source>
        <translation>Zwei Netze, die gegeneinander spielen, haben keine Zielwerte, an denen sie beurteilt werden könnten.</translation>
    </message>
    <message>
        <source>Two players have no loss in common.</source>
        <translation>Zwei Spieler haben keinen gemeinsamen Verlust.</translation>
    </message>
    <message>
        <source>Variety of colours</source>
        <translation>Vielfalt der Farben</translation>
    </message>
    <message>
        <source>Variety of eyes</source>
        <translation>Vielfalt der Augen</translation>
    </message>
    <message>
        <source>Variety of moods</source>
        <translation>Vielfalt der Stimmungen</translation>
    </message>
    <message>
        <source>Wasserstein</source>
        <translation>Wasserstein</translation>
    </message>
    <message>
        <source>What is shown is made by an average of the generator&apos;s weights over the last steps, which is steadier than the weights of the moment. Near 1 it reaches far back; 0: no average.</source>
        <translation>Was gezeigt wird, macht ein Mittel der Gewichte des Generators über die letzten Schritte; es ist stetiger als die Gewichte des Augenblicks. Nahe 1 reicht es weit zurück; 0: kein Mittel.</translation>
    </message>
    <message>
        <source>What the discriminator and the generator each make small. Relativistic compares a real sample with a made one and is the steadiest; the original one is where it all began, and often collapses.</source>
        <translation>Was Diskriminator und Generator jeweils klein machen. Der relativistische vergleicht ein echtes Beispiel mit einem gemachten und ist der stetigste; mit dem ursprünglichen fing alles an, und er bricht oft zusammen.</translation>
    </message>
    <message>
        <source>Where made points are pulled</source>
        <translation>Wohin erzeugte Punkte gezogen werden</translation>
    </message>
    <message>
        <source>Where random numbers enter a generator, new ones for each sample: what it makes of them goes into an Input, whose network learns to tell it from the data.</source>
        <translation>Wo Zufallszahlen in einen Generator kommen, für jedes Beispiel neue: Was er daraus macht, geht in eine Eingabe, deren Netz lernt, es von den Daten zu unterscheiden.</translation>
    </message>
    <message>
        <source>Whether it is measured how good they are: which of the data&apos;s clouds or digits there are, and how far made samples are from real ones.</source>
        <translation>Ob gemessen wird, wie gut sie sind: welche Wolken oder Ziffern der Daten vorkommen und wie weit erzeugte Beispiele von echten entfernt sind.</translation>
    </message>
    <message>
        <source>Which of the random numbers, counted from 1, changes along the first lines of the grid.</source>
        <translation>Welche der Zufallszahlen, von 1 an gezählt, sich entlang der ersten Linien des Netzes ändert.</translation>
    </message>
    <message>
        <source>Which of the random numbers, counted from 1, changes along the other lines of the grid.</source>
        <translation>Welche der Zufallszahlen, von 1 an gezählt, sich entlang der anderen Linien des Netzes ändert.</translation>
    </message>
    <message>
        <source>Wire the last layer of the generator instead.</source>
        <translation>Verbinde stattdessen die letzte Schicht des Generators.</translation>
    </message>
    <message>
        <source>a blue shirt</source>
        <translation>blaues Hemd</translation>
    </message>
    <message>
        <source>a green background</source>
        <translation>grüner Hintergrund</translation>
    </message>
    <message>
        <source>a green shirt</source>
        <translation>grünes Hemd</translation>
    </message>
    <message>
        <source>a light blue background</source>
        <translation>hellblauer Hintergrund</translation>
    </message>
    <message>
        <source>a lilac background</source>
        <translation>fliederfarbener Hintergrund</translation>
    </message>
    <message>
        <source>a peach background</source>
        <translation>pfirsichfarbener Hintergrund</translation>
    </message>
    <message>
        <source>a purple shirt</source>
        <translation>lila Hemd</translation>
    </message>
    <message>
        <source>a red shirt</source>
        <translation>rotes Hemd</translation>
    </message>
    <message>
        <source>a rose background</source>
        <translation>rosa Hintergrund</translation>
    </message>
    <message>
        <source>a teal shirt</source>
        <translation>türkises Hemd</translation>
    </message>
    <message>
        <source>a yellow background</source>
        <translation>gelber Hintergrund</translation>
    </message>
    <message>
        <source>amber eyes</source>
        <translation>bernsteinfarbene Augen</translation>
    </message>
    <message>
        <source>an orange shirt</source>
        <translation>oranges Hemd</translation>
    </message>
    <message>
        <source>black hair</source>
        <translation>schwarzes Haar</translation>
    </message>
    <message>
        <source>blond hair</source>
        <translation>blondes Haar</translation>
    </message>
    <message>
        <source>blue eyes</source>
        <translation>blaue Augen</translation>
    </message>
    <message>
        <source>blue hair</source>
        <translation>blaues Haar</translation>
    </message>
    <message>
        <source>brown eyes</source>
        <translation>braune Augen</translation>
    </message>
    <message>
        <source>brown hair</source>
        <translation>braunes Haar</translation>
    </message>
    <message>
        <source>dark brown hair</source>
        <translation>dunkelbraunes Haar</translation>
    </message>
    <message>
        <source>eyes of {:.0f} % of the usual size</source>
        <translation>Augen von {:.0f} % der üblichen Größe</translation>
    </message>
    <message>
        <source>eyes {:.0f} % open</source>
        <translation>Augen zu {:.0f} % offen</translation>
    </message>
    <message>
        <source>eyes {:.1f} px apart</source>
        <translation>Augen {:.1f} px auseinander</translation>
    </message>
    <message>
        <source>ginger hair</source>
        <translation>rotes Haar</translation>
    </message>
    <message>
        <source>green eyes</source>
        <translation>grüne Augen</translation>
    </message>
    <message>
        <source>grey eyes</source>
        <translation>graue Augen</translation>
    </message>
    <message>
        <source>less real: {:.0f} %</source>
        <translation>weniger echt: {:.0f} %</translation>
    </message>
    <message>
        <source>looks {:.0f}° to the left</source>
        <translation>schaut {:.0f}° nach links</translation>
    </message>
    <message>
        <source>looks {:.0f}° to the right</source>
        <translation>schaut {:.0f}° nach rechts</translation>
    </message>
    <message>
        <source>made: {:.3g}</source>
        <translation>erzeugt: {:.3g}</translation>
    </message>
    <message>
        <source>more real: {:.0f} %</source>
        <translation>echter: {:.0f} %</translation>
    </message>
    <message>
        <source>mouth {:.0f} % open</source>
        <translation>Mund zu {:.0f} % offen</translation>
    </message>
    <message>
        <source>no glasses</source>
        <translation>keine Brille</translation>
    </message>
    <message>
        <source>pink hair</source>
        <translation>rosa Haar</translation>
    </message>
    <message>
        <source>real: {:.3g}</source>
        <translation>echt: {:.3g}</translation>
    </message>
    <message>
        <source>silver hair</source>
        <translation>silbernes Haar</translation>
    </message>
    <message>
        <source>skin {:.0f} % of the way from light to dark</source>
        <translation>Haut auf {:.0f} % des Weges von hell nach dunkel</translation>
    </message>
    <message>
        <source>slope price</source>
        <translation>Preis der Steigung</translation>
    </message>
    <message>
        <source>smiles {:.0f} %</source>
        <translation>lächelt zu {:.0f} %</translation>
    </message>
    <message>
        <source>tilted by {:.0f}° to the left</source>
        <translation>um {:.0f}° nach links geneigt</translation>
    </message>
    <message>
        <source>tilted by {:.0f}° to the right</source>
        <translation>um {:.0f}° nach rechts geneigt</translation>
    </message>
    <message>
        <source>told apart</source>
        <translation>unterschieden</translation>
    </message>
    <message>
        <source>violet hair</source>
        <translation>violettes Haar</translation>
    </message>
    <message>
        <source>with glasses</source>
        <translation>mit Brille</translation>
    </message>
    <message>
        <source>{:.0f} % lighter above</source>
        <translation>oben zu {:.0f} % heller</translation>
    </message>
    <message>
        <source>{:.0f} % lighter below</source>
        <translation>unten zu {:.0f} % heller</translation>
    </message>
    <message>
        <source>{:.0f} % sad</source>
        <translation>zu {:.0f} % traurig</translation>
    </message>
    <message>
        <source>{:.0f}° down</source>
        <translation>{:.0f}° nach unten</translation>
    </message>
    <message>
        <source>{:.0f}° up</source>
        <translation>{:.0f}° nach oben</translation>
    </message>
    <message>
        <source>{:s} ends a generator, but nobody judges what it makes: it goes into an Input, as samples of the data do, and a network behind that tells the two apart.</source>
        <translation>{} beendet einen Generator, aber niemand beurteilt, was er macht: Es geht in eine Eingabe, wie die Beispiele der Daten, und ein Netz dahinter unterscheidet beides.</translation>
    </message>
    <message>
        <source>{:s} ends a generator, but {:s} does not get what it makes, so nobody judges it yet.</source>
        <translation>{} beendet einen Generator, aber {} bekommt nicht, was er macht; noch beurteilt ihn also niemand.</translation>
    </message>
    <message>
        <source>{:s} ends in {}, but a discriminator gives plain scores, which its loss makes into probabilities itself.</source>
        <translation>{} endet mit {}, aber ein Diskriminator gibt einfache Bewertungen; Wahrscheinlichkeiten macht der Verlust selbst daraus.</translation>
    </message>
    <message>
        <source>{:s} ends the discriminator, which gives each sample one score, but it gives {}.</source>
        <translation>{} beendet den Diskriminator, der jedem Beispiel eine Bewertung gibt, gibt aber {}.</translation>
    </message>
    <message>
        <source>{:s} is a second Latent beside {:s}; a generator has one.</source>
        <translation>{} ist ein zweiter latenter Vektor neben {}; ein Generator hat nur einen.</translation>
    </message>
    <message>
        <source>{:s} is not the end of its generator: {:s} follows.</source>
        <translation>{} ist nicht das Ende seines Generators: {} folgt noch.</translation>
    </message>
    <message>
        <source>{:s} is part of a generator, and {:s} of what judges it: what a generator makes comes in at the Input, as samples of the data do.</source>
        <translation>{} gehört zu einem Generator und {} zu dem, was ihn beurteilt: Was ein Generator macht, kommt durch die Eingabe herein, wie die Beispiele der Daten.</translation>
    </message>
    <message>
        <source>{:s} is part of the generator, and this lens looks at the discriminator.</source>
        <translation>{} gehört zum Generator, und diese Linse schaut auf den Diskriminator.</translation>
    </message>
    <message>
        <source>{:s} is where random numbers come in, so no wire can go into it.</source>
        <translation>{} ist die Stelle, an der Zufallszahlen hereinkommen; dort kann keine Verbindung hinein.</translation>
    </message>
    <message>
        <source>{:s} is where the samples come in: only what a generator makes of a Latent can be wired into it.</source>
        <translation>{} ist die Stelle, an der die Beispiele hereinkommen: Nur was ein Generator aus einem latenten Vektor macht, kann damit verbunden werden.</translation>
    </message>
    <message>
        <source>{} are missing.</source>
        <translation>{} fehlen.</translation>
    </message>
    <message>
        <source>{} are too few: {}, but it takes at least {}.</source>
        <translation>{} sind zu wenige: {}, aber es braucht mindestens {}.</translation>
    </message>
    <message>
        <source>{} features of a sample are too many: at most {} are compared.</source>
        <translation>{} Merkmale eines Beispiels sind zu viele: Höchstens {} werden verglichen.</translation>
    </message>
    <message>
        <source>{} hold a number that is not finite (NaN or infinite).</source>
        <translation>{} enthalten eine Zahl, die nicht endlich ist (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>{} of {} clouds are found by {} made samples; {:.1f} % of these lie within {:g} standard deviations of one, and {:.1f} % of {} real ones do.</source>
        <translation>{} von {} Wolken finden {} erzeugte Beispiele; {:.1f} % davon liegen innerhalb von {:g} Standardabweichungen einer Wolke, von echten {:.1f} % bei {} Stück.</translation>
    </message>
    <message>
        <source>{} of {} digits each make up at least {:.0f} % of {} made samples, as a classifier reads them that comes with the program.</source>
        <translation>{} von {} Ziffern machen je mindestens {:.0f} % von {} erzeugten Beispielen aus, wie ein Klassifikator sie liest, der dem Programm beiliegt.</translation>
    </message>
    <message>
        <source>{} points that the generator makes, among {} real ones.</source>
        <translation>{} Punkte, die der Generator erzeugt, unter {} echten.</translation>
    </message>
    <message>
        <source>{} samples, made of the same random numbers in every look.</source>
        <translation>{} Beispiele, bei jedem Blick aus denselben Zufallszahlen erzeugt.</translation>
    </message>
    <message>
        <source>A generator learns to draw faces of nobody, in colour.</source>
        <translation>Ein Generator lernt, farbige Gesichter von niemandem zu zeichnen.</translation>
    </message>
    <message>
        <source>A generator learns to make points like those of a ring of clouds.</source>
        <translation>Ein Generator lernt, Punkte wie die eines Rings aus Wolken zu machen.</translation>
    </message>
    <message>
        <source>A generator learns to write digits that nobody has written.</source>
        <translation>Ein Generator lernt, Ziffern zu schreiben, die niemand geschrieben hat.</translation>
    </message>
    <message>
        <source>At made samples</source>
        <translation>Bei gemachten Beispielen</translation>
    </message>
    <message>
        <source>At real samples</source>
        <translation>Bei echten Beispielen</translation>
    </message>
    <message>
        <source>Digits: generator and discriminator</source>
        <translation>Ziffern: Generator und Diskriminator</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>Distance of the slope from 1</source>
        <translation>Abstand der Steigung von 1</translation>
    </message>
    <message>
        <source>Faces: generator and discriminator</source>
        <translation>Gesichter: Generator und Diskriminator</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Losses of the two players</source>
        <translation>Verluste der beiden Spieler</translation>
    </message>
    <message>
        <source>Made samples</source>
        <translation>Gemachte Beispiele</translation>
    </message>
    <message>
        <source>Squared slopes of the score</source>
        <translation>Quadrierte Steigungen des Punktwerts</translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation>Unterschieden</translation>
    </message>
    <message>
        <source>Two networks learn against each other here, and neither loss goes to zero: the better one gets, the harder it is for the other. Told apart is how often the discriminator is right about what is real and what is made; 50 % is guessing. How good the generator is can be seen only in what it makes.</source>
        <translation>Hier lernen zwei Netze gegeneinander, und kein Verlust geht gegen null: Je besser eines wird, desto schwerer hat es das andere. „Unterschieden“ ist, wie oft der Diskriminator recht hat, was echt und was gemacht ist; 50 % wären geraten. Wie gut der Generator ist, sieht man nur an dem, was er macht.</translation>
    </message>
</context>
<context>
    <name>protomind::PictureExporter</name>
    <message>
        <source>There is nothing on the canvas yet.</source>
        <translation>Auf der Zeichenfläche ist noch nichts.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>There is no picture of this layer yet: it is drawn as soon as the network can run.</source>
        <translation>Von dieser Schicht gibt es noch kein Bild: Es wird gezeichnet, sobald das Netz rechnen kann.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another place.</source>
        <translation>„%1“ ließ sich nicht schreiben. Wähle einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>protomind::PictureInput</name>
    <message>
        <source>A picture can only be looked at by a network whose data are pictures. Choose such data under Data first.</source>
        <translation>Ein Bild kann sich nur ein Netz ansehen, dessen Daten Bilder sind. Wähle zuerst unter Daten solche Daten.</translation>
    </message>
</context>
<context>
    <name>protomind::PlayerFrames</name>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Diskriminator</translation>
    </message>
</context>
<context>
    <name>protomind::PointPad</name>
    <message>
        <source>Points of your own</source>
        <translation>Eigene Punkte</translation>
    </message>
    <message>
        <source>Click or drag to put points of the chosen class; hold Shift for the next class. The right button takes points away. Keys: arrows, Enter, Delete, and 1 to 4 for the class.</source>
        <translation>Klicke oder ziehe, um Punkte der gewählten Klasse zu setzen; mit Umschalt die der nächsten. Die rechte Taste nimmt Punkte weg. Tasten: Pfeile, Enter, Entf, und 1 bis 4 für die Klasse.</translation>
    </message>
    <message>
        <source>Points: %1</source>
        <translation>Punkte: %1</translation>
    </message>
    <message>
        <source>Click or drag here to put points, of two or more classes.</source>
        <translation>Klicke oder ziehe hier, um Punkte zu setzen, aus zwei oder mehr Klassen.</translation>
    </message>
</context>
<context>
    <name>protomind::PointsEditor</name>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>One point a line: x and y. Type them, or paste two columns from a table or a CSV file.</source>
        <translation>In jeder Zeile ein Punkt: x und y. Tippe sie ein, oder füge zwei Spalten aus einer Tabelle oder CSV-Datei ein.</translation>
    </message>
    <message>
        <source>Points, one a line: x and y</source>
        <translation>Punkte, in jeder Zeile einer: x und y</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>Diese Punkte nehmen</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>First put right what is said above.</source>
        <translation>Behebe zuerst, was oben steht.</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und noch %1.</translation>
    </message>
    <message>
        <source>Line %1 names the columns.</source>
        <translation>Zeile %1 benennt die Spalten.</translation>
    </message>
</context>
<context>
    <name>protomind::PointsView</name>
    <message>
        <source>Points and line</source>
        <translation>Punkte und Gerade</translation>
    </message>
    <message>
        <source>y = m x + b with m %1 and b %2</source>
        <translation>y = m x + b mit m %1 und b %2</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>There is room for %1 points, and no more.</source>
        <translation>Hier ist Platz für %1 Punkte, mehr nicht.</translation>
    </message>
    <message>
        <source>No points yet: double-click to put some, or press Insert.</source>
        <translation>Noch keine Punkte: Doppelklicke, um welche zu setzen, oder drücke Einfg.</translation>
    </message>
    <message>
        <source>There is no line: m and b are no numbers any more.</source>
        <translation>Es gibt keine Gerade: m und b sind keine Zahlen mehr.</translation>
    </message>
    <message>
        <source>The line runs outside of this picture.</source>
        <translation>Die Gerade verläuft außerhalb dieses Bildes.</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
</context>
<context>
    <name>protomind::PredictionPanel</name>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Test the network</source>
        <translation>Das Netz prüfen</translation>
    </message>
    <message>
        <source>Answers of the network</source>
        <translation>Antworten des Netzes</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>%1: %2 % of %3 right · loss %4</source>
        <translation>%1: %2 % von %3 richtig · Verlust %4</translation>
    </message>
    <message>
        <source>%1: loss %2 on %3 samples</source>
        <translation>%1: Verlust %2 auf %3 Beispielen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw something yourself, and see what the network takes it for</source>
        <translation>Zeichne selbst etwas und sieh, wofür das Netz es hält</translation>
    </message>
    <message>
        <source>Draw a sample yourself</source>
        <translation>Selbst ein Beispiel zeichnen</translation>
    </message>
    <message>
        <source>Copy or save this picture</source>
        <translation>Dieses Bild kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy or save the picture of the predictions</source>
        <translation>Das Bild der Vorhersagen kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Save values as CSV…</source>
        <translation>Werte als CSV speichern …</translation>
    </message>
    <message>
        <source>Table of values (*.csv)</source>
        <translation>Wertetabelle (*.csv)</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another place.</source>
        <translation>„%1“ ließ sich nicht schreiben. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>What the network makes of the samples is shown here.</source>
        <translation>Hier ist zu sehen, was das Netz aus den Beispielen macht.</translation>
    </message>
    <message>
        <source>Unseen samples</source>
        <translation>Ungesehene Beispiele</translation>
    </message>
    <message>
        <source> · learned from before: %1</source>
        <translation> · schon daraus gelernt: %1</translation>
    </message>
    <message>
        <source> · learned from before: not known</source>
        <translation> · schon daraus gelernt: nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2 % right</source>
        <translation>%1: %2 % richtig</translation>
    </message>
    <message>
        <source>%1: loss %2</source>
        <translation>%1: Verlust %2</translation>
    </message>
    <message>
        <source>Generated samples</source>
        <translation>Gemachte Beispiele</translation>
    </message>
</context>
<context>
    <name>protomind::PredictionView</name>
    <message>
        <source>Training sample %1</source>
        <translation>Trainingsbeispiel %1</translation>
    </message>
    <message>
        <source>Sample kept aside %1</source>
        <translation>Beiseitegelegtes Beispiel %1</translation>
    </message>
    <message>
        <source>Test sample %1</source>
        <translation>Testbeispiel %1</translation>
    </message>
    <message>
        <source>%1: is %2</source>
        <translation>%1: ist %2</translation>
    </message>
    <message>
        <source>The point (%1)</source>
        <translation>Der Punkt (%1)</translation>
    </message>
</context>
<context>
    <name>protomind::ProblemButton</name>
    <message>
        <source>No layers yet</source>
        <translation>Noch keine Schichten</translation>
    </message>
    <message>
        <source>Begin with an Input: drag it onto the canvas, or type its name</source>
        <translation>Beginne mit einer Eingabe: Zieh sie auf die Zeichenfläche, oder tipp ihren Namen</translation>
    </message>
    <message>
        <source>Everything fits</source>
        <translation>Alles passt</translation>
    </message>
    <message>
        <source>The network can be trained: nothing is wrong with it</source>
        <translation>Das Netz lässt sich trainieren: Alles stimmt</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>It can&apos;t be trained yet. Click to see what is wrong, and how to put it right (F8)</source>
        <translation>Es lässt sich noch nicht trainieren. Klick, um zu sehen, was nicht stimmt und wie es richtig wird (F8)</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation>%1 Hinweise</translation>
    </message>
    <message>
        <source>It can be trained, but something may be worth a look. Click to see what (F8)</source>
        <translation>Es lässt sich trainieren, aber etwas ist einen Blick wert. Klick, um zu sehen, was (F8)</translation>
    </message>
</context>
<context>
    <name>protomind::ProblemList</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Select %1 on the canvas</source>
        <translation>%1 auf der Zeichenfläche auswählen</translation>
    </message>
    <message>
        <source>Does this as one step; it can be undone</source>
        <translation>Tut das in einem Schritt; er lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 zu %2</translation>
    </message>
    <message>
        <source>Show the wire</source>
        <translation>Verbindung zeigen</translation>
    </message>
    <message>
        <source>Show the wire %1</source>
        <translation>Die Verbindung %1 zeigen</translation>
    </message>
    <message>
        <source>Select the wire %1 on the canvas</source>
        <translation>Die Verbindung %1 auf der Zeichenfläche auswählen</translation>
    </message>
</context>
<context>
    <name>protomind::ProjectFiles</name>
    <message>
        <source>Your work can&apos;t be kept safe from a crash: %1 Save it often.</source>
        <translation>Deine Arbeit kann nicht vor einem Absturz geschützt werden: %1 Speichere oft.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Save the project before beginning another?</source>
        <translation>Das Projekt speichern, bevor ein anderes beginnt?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>Das Projekt speichern, bevor ein anderes geöffnet wird?</translation>
    </message>
    <message>
        <source>This file is open in another window, too. Whoever saves last replaces what the other saved.</source>
        <translation>Diese Datei ist auch in einem anderen Fenster offen. Wer zuletzt speichert, ersetzt, was der andere gespeichert hat.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>netz</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Projects (*.protomind)</source>
        <translation>Projekte (*.protomind)</translation>
    </message>
    <message>
        <source>The project is being saved already.</source>
        <translation>Das Projekt wird schon gespeichert.</translation>
    </message>
    <message>
        <source>Replace what somebody else has saved?</source>
        <translation>Ersetzen, was jemand anderes gespeichert hat?</translation>
    </message>
    <message>
        <source>Another program has changed %1 since it was opened here.</source>
        <translation>Ein anderes Programm hat %1 geändert, seit es hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The network is being trained. Saving stops it and keeps all that it has learned.</source>
        <translation>Das Netz wird gerade trainiert. Speichern hält es an und bewahrt alles, was es gelernt hat.</translation>
    </message>
    <message>
        <source>There are changes that are not in a file yet.</source>
        <translation>Es gibt Änderungen, die noch in keiner Datei sind.</translation>
    </message>
    <message>
        <source>Protomind ended unexpectedly several times in a row. To be safe it has opened nothing by itself now, and computes on the processor. Close it in the usual way to end this.</source>
        <translation>Protomind endete mehrmals hintereinander unerwartet. Zur Sicherheit hat es jetzt nichts von selbst geöffnet und rechnet auf dem Prozessor. Schließ es wie gewohnt, um das zu beenden.</translation>
    </message>
    <message>
        <source>%1 was not opened, since you recovered other work.</source>
        <translation>%1 wurde nicht geöffnet, da du andere Arbeit wiederhergestellt hast.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save the project before recovering another?</source>
        <translation>Das Projekt speichern, bevor ein anderes wiederhergestellt wird?</translation>
    </message>
    <message>
        <source>There is no unsaved work: nothing was left behind by a crash.</source>
        <translation>Es gibt keine ungespeicherte Arbeit: Kein Absturz hat etwas hinterlassen.</translation>
    </message>
    <message>
        <source>Projects and networks (*.protomind *.json);;Backups (*~);;All files (*)</source>
        <translation>Projekte und Netze (*.protomind *.json);;Sicherungen (*~);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open its backup</source>
        <translation>Sicherung öffnen</translation>
    </message>
    <message>
        <source>%1 was removed or renamed by another program. What is here is whole: Save writes it again.</source>
        <translation>%1 wurde von einem anderen Programm gelöscht oder umbenannt. Was hier ist, ist vollständig: Speichern schreibt es neu.</translation>
    </message>
    <message>
        <source>Another program has changed %1. What is here is still what it was before.</source>
        <translation>Ein anderes Programm hat %1 geändert. Hier ist noch, was vorher darin war.</translation>
    </message>
    <message>
        <source>Load it anew</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Give up your own changes?</source>
        <translation>Eigene Änderungen aufgeben?</translation>
    </message>
    <message>
        <source>%1 is loaded as another program has written it.</source>
        <translation>%1 ist geladen, wie ein anderes Programm es geschrieben hat.</translation>
    </message>
    <message>
        <source>Give up and load</source>
        <translation>Aufgeben und laden</translation>
    </message>
</context>
<context>
    <name>protomind::PutOnWire</name>
    <message>
        <source>Put %1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3 setzen</translation>
    </message>
</context>
<context>
    <name>protomind::QuestionView</name>
    <message>
        <source>Your answer</source>
        <translation>Deine Antwort</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>Type a number, such as %1.</source>
        <translation>Tippe eine Zahl, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Steps to bring into order</source>
        <translation>Schritte zum Ordnen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation>✓ Richtig</translation>
    </message>
    <message>
        <source>✗ Not yet</source>
        <translation>✗ Noch nicht</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>Wähle zuerst eine Antwort.</translation>
    </message>
    <message>
        <source>Click the layer on the canvas.</source>
        <translation>Klicke auf der Zeichenfläche auf die Schicht.</translation>
    </message>
    <message>
        <source>Click a layer on the canvas first.</source>
        <translation>Klicke zuerst auf der Zeichenfläche auf eine Schicht.</translation>
    </message>
    <message>
        <source>You chose: %1</source>
        <translation>Du hast gewählt: %1</translation>
    </message>
    <message>
        <source>Click another layer on the canvas first.</source>
        <translation>Klicke zuerst auf der Zeichenfläche auf eine andere Schicht.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>protomind::RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>Ungespeicherte Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>Protomind ended unexpectedly, but this work is safe. Choose what to go on with; the rest is kept until you want it.</source>
        <translation>Protomind endete unerwartet, aber diese Arbeit ist sicher. Wähle, womit du weitermachst; der Rest bleibt, bis du ihn willst.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Ungespeicherte Arbeit</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>&amp;Wegwerfen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>Will be thrown away when you close this window.</source>
        <translation>Wird weggeworfen, wenn du dieses Fenster schließt.</translation>
    </message>
    <message>
        <source>It is to be thrown away: press Keep first.</source>
        <translation>Es soll weggeworfen werden: Drücke zuerst Behalten.</translation>
    </message>
    <message>
        <source>It is damaged and can&apos;t be opened.</source>
        <translation>Es ist beschädigt und lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Go on with this work</source>
        <translation>Mit dieser Arbeit weitermachen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
<context>
    <name>protomind::RemoveParts</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1 layers</source>
        <translation>%1 Schichten entfernen</translation>
    </message>
    <message>
        <source>Disconnect %1 from %2</source>
        <translation>%1 von %2 trennen</translation>
    </message>
    <message>
        <source>Remove %1 wires</source>
        <translation>%1 Verbindungen entfernen</translation>
    </message>
</context>
<context>
    <name>protomind::RenameLayer</name>
    <message>
        <source>Rename layer to %1</source>
        <translation>Schicht in %1 umbenennen</translation>
    </message>
</context>
<context>
    <name>protomind::ResetWeights</name>
    <message>
        <source>Reset weights</source>
        <translation>Gewichte zurücksetzen</translation>
    </message>
</context>
<context>
    <name>protomind::RewireWire</name>
    <message>
        <source>Move wire to %1</source>
        <translation>Verbindung zu %1 verlegen</translation>
    </message>
</context>
<context>
    <name>protomind::RunBar</name>
    <message>
        <source>Preparing…</source>
        <translation>Vorbereiten …</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 Schritte/s</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Pause training</source>
        <translation>Das Training anhalten</translation>
    </message>
    <message>
        <source> · 1 epoch</source>
        <translation> · 1 Epoche</translation>
    </message>
    <message>
        <source> · %1 epochs</source>
        <translation> · %1 Epochen</translation>
    </message>
    <message>
        <source> · %1 % right</source>
        <translation> · %1 % richtig</translation>
    </message>
    <message>
        <source>Not ready to train: %1</source>
        <translation>Noch nicht bereit zum Trainieren: %1</translation>
    </message>
    <message>
        <source>Epoch %1 of %2 · loss %3</source>
        <translation>Epoche %1 von %2 · Verlust %3</translation>
    </message>
    <message>
        <source> · step %1 · %2</source>
        <translation> · Schritt %1 · %2</translation>
    </message>
    <message>
        <source> + penalty %1</source>
        <translation> + Strafe %1</translation>
    </message>
    <message>
        <source>The network is being made ready for its device. The first time this may take a few minutes.</source>
        <translation>Das Netz wird für sein Gerät vorbereitet. Beim ersten Mal kann das ein paar Minuten dauern.</translation>
    </message>
    <message>
        <source> · %1 % right of those attacked</source>
        <translation> · %1 % der angegriffenen richtig</translation>
    </message>
</context>
<context>
    <name>protomind::RunChart</name>
    <message>
        <source>How good, over how large</source>
        <translation>Wie gut, über wie groß</translation>
    </message>
    <message>
        <source>A point for each run: to the right more parameters, above more right answers</source>
        <translation>Ein Punkt für jeden Lauf: nach rechts mehr Parameter, nach oben mehr richtige Antworten</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>right, %</source>
        <translation>richtig, %</translation>
    </message>
</context>
<context>
    <name>protomind::RunCommands</name>
    <message>
        <source>%1 takes the mean and the spread of a batch. A single sample has no spread, so the layers before it learn nothing from this step.</source>
        <translation>%1 nimmt Mittelwert und Streuung eines Batches. Ein einzelnes Beispiel hat keine Streuung, also lernen die Schichten davor aus diesem Schritt nichts.</translation>
    </message>
    <message>
        <source>Reset weights</source>
        <translation>Gewichte zurücksetzen</translation>
    </message>
    <message>
        <source>The learning rate is %1 now.</source>
        <translation>Die Lernrate ist jetzt %1.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>Daten wählen</translation>
    </message>
    <message>
        <source>It can&apos;t train yet. %1</source>
        <translation>Das Training kann noch nicht beginnen. %1</translation>
    </message>
    <message>
        <source>Begin it again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Constant rate</source>
        <translation>Konstante Rate</translation>
    </message>
    <message>
        <source>Choose a device</source>
        <translation>Gerät wählen</translation>
    </message>
</context>
<context>
    <name>protomind::RunController</name>
    <message>
        <source>There is no network yet: drag an Input and a Dense layer from the list at the left, and join them.</source>
        <translation>Es gibt noch kein Netz: Zieh eine Eingabe und eine Dense-Schicht aus der Liste links und verbinde sie.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: choose data in the Data tab.</source>
        <translation>Es gibt noch nichts zu lernen: Wähle Daten unter „Daten“.</translation>
    </message>
</context>
<context>
    <name>protomind::RunMessages</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Lower learning rate ×0.1</source>
        <translation>Lernrate senken ×0.1</translation>
    </message>
    <message>
        <source>The learning rate is %1 now, and the weights are the last good ones. Press Train to go on, or reset the weights to begin again.</source>
        <translation>Die Lernrate ist jetzt %1, und die Gewichte sind die letzten guten. Drücke „Trainieren“, um weiterzumachen, oder setze die Gewichte zurück, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>It gets worse, not better: with a learning rate of %1 every step goes too far. Try a smaller one, and reset the weights.</source>
        <translation>Es wird schlechter statt besser: Mit einer Lernrate von %1 geht jeder Schritt zu weit. Versuch eine kleinere und setz die Gewichte zurück.</translation>
    </message>
</context>
<context>
    <name>protomind::RunPanels</name>
    <message>
        <source>Curves and runs</source>
        <translation>Kurven und Läufe</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>What came out of every test, the best first, and the way back to its network</source>
        <translation>Was bei jedem Test herauskam, das Beste zuerst, und der Weg zurück zu seinem Netz</translation>
    </message>
    <message>
        <source>How the run goes, epoch by epoch</source>
        <translation>Wie der Lauf vorankommt, Epoche für Epoche</translation>
    </message>
    <message>
        <source>Your runs</source>
        <translation>Deine Läufe</translation>
    </message>
    <message>
        <source>Your runs (%1)</source>
        <translation>Deine Läufe (%1)</translation>
    </message>
</context>
<context>
    <name>protomind::RunTableModel</name>
    <message>
        <source>%1.</source>
        <comment>place</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>This is the network on the canvas.</source>
        <translation>Das ist das Netz auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>the network on the canvas</source>
        <translation>das Netz auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>The lowest loss comes first; of equals the smaller network</source>
        <translation>Der kleinste Verlust kommt zuerst; bei gleichem das kleinere Netz</translation>
    </message>
    <message>
        <source>Most right answers come first; of equals the smaller network</source>
        <translation>Die meisten richtigen Antworten kommen zuerst; bei gleich vielen das kleinere Netz</translation>
    </message>
    <message>
        <source>The mean loss on the samples tested on</source>
        <translation>Der mittlere Verlust auf den Beispielen, an denen getestet wurde</translation>
    </message>
    <message>
        <source>The share of the samples tested on that were right</source>
        <translation>Der Anteil der Beispiele, die beim Test richtig waren</translation>
    </message>
    <message>
        <source>How many numbers the network learned</source>
        <translation>Wie viele Zahlen das Netz gelernt hat</translation>
    </message>
    <message>
        <source>Its layers, from the input on</source>
        <translation>Seine Schichten, vom Eingang an</translation>
    </message>
    <message>
        <source>How often it saw all training samples</source>
        <translation>Wie oft es alle Trainingsbeispiele gesehen hat</translation>
    </message>
    <message>
        <source>When it was tested</source>
        <translation>Wann es getestet wurde</translation>
    </message>
</context>
<context>
    <name>protomind::RunWords</name>
    <message>
        <source>%1 samples kept aside</source>
        <translation>%1 beiseitegelegte Beispiele</translation>
    </message>
    <message>
        <source>%1 unseen samples</source>
        <translation>%1 ungesehene Beispiele</translation>
    </message>
    <message>
        <source>%1 test samples</source>
        <translation>%1 Testbeispiele</translation>
    </message>
    <message>
        <source>%1 right · loss %2 · %3 parameters</source>
        <translation>%1 richtig · Verlust %2 · %3 Parameter</translation>
    </message>
    <message>
        <source>loss %1 · %2 parameters</source>
        <translation>Verlust %1 · %2 Parameter</translation>
    </message>
    <message>
        <source>%1 epochs · learning rate %2 · batch size %3 · seed %4</source>
        <translation>%1 Epochen · Lernrate %2 · Batchgröße %3 · Seed %4</translation>
    </message>
    <message>
        <source>trained for %1 seconds</source>
        <translation>%1 Sekunden lang trainiert</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether it has learned from some of these samples: it gets no place.</source>
        <translation>Es ist nicht bekannt, ob es aus einigen dieser Beispiele gelernt hat: Es bekommt keinen Platz.</translation>
    </message>
    <message>
        <source>It had learned from %1 of these samples before: it gets no place.</source>
        <translation>Es hatte vorher aus %1 dieser Beispiele gelernt: Es bekommt keinen Platz.</translation>
    </message>
</context>
<context>
    <name>protomind::RunsPanel</name>
    <message>
        <source>Bring Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Put It Back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Copy Table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Your runs</source>
        <translation>Deine Läufe</translation>
    </message>
    <message>
        <source>Train a network and test it: its result will stand here.</source>
        <translation>Trainiere ein Netz und teste es: Sein Ergebnis steht dann hier.</translation>
    </message>
    <message>
        <source>Tested on</source>
        <translation>Getestet an</translation>
    </message>
    <message>
        <source>Only runs that were tested on the same samples are compared</source>
        <translation>Verglichen werden nur Läufe, die an denselben Beispielen getestet wurden</translation>
    </message>
    <message>
        <source>At most so many parameters</source>
        <translation>Höchstens so viele Parameter</translation>
    </message>
    <message>
        <source>Larger networks get no place</source>
        <translation>Größere Netze bekommen keinen Platz</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Parameters at most:</source>
        <translation>Parameter höchstens:</translation>
    </message>
    <message>
        <source>Puts its drawing, data and settings in place of the present ones; its weights begin anew. Undo takes it back</source>
        <translation>Setzt seine Zeichnung, seine Daten und seine Einstellungen an die Stelle der jetzigen; die Gewichte beginnen neu. Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Takes the chosen run off the list</source>
        <translation>Nimmt den gewählten Lauf von der Liste</translation>
    </message>
    <message>
        <source>The run that was deleted last</source>
        <translation>Den Lauf, der zuletzt gelöscht wurde</translation>
    </message>
    <message>
        <source>Copies the table as CSV, to paste it into a spreadsheet</source>
        <translation>Kopiert die Tabelle als CSV, zum Einfügen in eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Runs, the best first</source>
        <translation>Läufe, der beste zuerst</translation>
    </message>
    <message>
        <source>This is the network on the canvas.</source>
        <translation>Das ist das Netz auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>The network is back, with first weights: press Train to train it again.</source>
        <translation>Das Netz ist zurück, mit ersten Gewichten: Drücke Trainieren, um es wieder zu trainieren.</translation>
    </message>
    <message>
        <source>The run is off the list. Put It Back brings it back.</source>
        <translation>Der Lauf ist von der Liste genommen. „Zurücklegen“ bringt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>protomind::SampleStrip</name>
    <message>
        <source>Samples that it answers to most</source>
        <translation>Beispiele, auf die sie am stärksten antwortet</translation>
    </message>
</context>
<context>
    <name>protomind::SetDataText</name>
    <message>
        <source>Choose data</source>
        <translation>Daten wählen</translation>
    </message>
</context>
<context>
    <name>protomind::SetDevice</name>
    <message>
        <source>Choose device</source>
        <translation>Gerät wählen</translation>
    </message>
</context>
<context>
    <name>protomind::SetField</name>
    <message>
        <source>Set %1 of %2</source>
        <translation>%1 von %2 ändern</translation>
    </message>
</context>
<context>
    <name>protomind::SetInputs</name>
    <message>
        <source>Set inputs of %1</source>
        <translation>Eingänge von %1 ändern</translation>
    </message>
</context>
<context>
    <name>protomind::SetSettings</name>
    <message>
        <source>Set settings of %1</source>
        <translation>Einstellungen von %1 ändern</translation>
    </message>
</context>
<context>
    <name>protomind::SetThreads</name>
    <message>
        <source>Set number of threads</source>
        <translation>Zahl der Threads ändern</translation>
    </message>
</context>
<context>
    <name>protomind::SetTraining</name>
    <message>
        <source>Set %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>protomind::SetWeight</name>
    <message>
        <source>Set a weight of %1 to %2</source>
        <translation>Ein Gewicht von %1 auf %2 setzen</translation>
    </message>
</context>
<context>
    <name>protomind::SettingMarks</name>
    <message>
        <source>%1 %2 → %3</source>
        <comment>setting, before, after</comment>
        <translation>%1 %2 → %3</translation>
    </message>
</context>
<context>
    <name>protomind::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show the &amp;welcome page at the start</source>
        <translation>Die &amp;Willkommensseite beim Start zeigen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farbsche&amp;ma</translation>
    </message>
    <message>
        <source>For a &amp;projector: large type, thick lines, strong colours</source>
        <translation>Für einen &amp;Beamer: große Schrift, dicke Linien, kräftige Farben</translation>
    </message>
    <message>
        <source>Size of text, in percent</source>
        <translation>Schriftgröße in Prozent</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Size of text</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>Protomind speaks it from its next start on.</source>
        <translation>Protomind spricht sie ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Less &amp;motion: nothing pulses or slides</source>
        <translation>Weniger &amp;Bewegung: Nichts pulsiert oder gleitet</translation>
    </message>
    <message>
        <source>Your desktop asks for less motion already.</source>
        <translation>Dein Desktop verlangt schon weniger Bewegung.</translation>
    </message>
</context>
<context>
    <name>protomind::SeveralPage</name>
    <message>
        <source>1 layer</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>1 wire</source>
        <translation>1 Verbindung</translation>
    </message>
    <message>
        <source>%1 wires</source>
        <translation>%1 Verbindungen</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Numbers that are learned, in these layers together</source>
        <translation>Zahlen, die gelernt werden, in diesen Schichten zusammen</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>Multiplications with an addition, for one sample: how much work it is</source>
        <translation>Multiplikationen mit Addition für ein Beispiel: wie viel Arbeit es ist</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>protomind::ShortcutsDialog</name>
    <message>
        <source>&amp;Use these</source>
        <translation>&amp;Diese nehmen</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>Usual &amp;keys</source>
        <translation>&amp;Übliche Tasten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search for a command or for keys</source>
        <translation>Einen Befehl oder Tasten suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Chosen command</source>
        <translation>Gewählter Befehl</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>What is said to the new keys</source>
        <translation>Was zu den neuen Tasten zu sagen ist</translation>
    </message>
    <message>
        <source>&amp;All as they came</source>
        <translation>&amp;Alle wie zu Beginn</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Choose a command above to give it other keys.</source>
        <translation>Wähle oben einen Befehl, um ihm andere Tasten zu geben.</translation>
    </message>
    <message>
        <source>New keys for “%1”: click below and press them</source>
        <translation>Neue Tasten für „%1“: Klicke unten und drücke sie</translation>
    </message>
    <message>
        <source>Press the keys first.</source>
        <translation>Drücke zuerst die Tasten.</translation>
    </message>
    <message>
        <source>These keys are free.</source>
        <translation>Diese Tasten sind frei.</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>%1 is taken: it belongs to “%2”, which will have no such keys any more if you take them over.</source>
        <translation>%1 ist vergeben: Es gehört zu „%2“ und fehlt dort, wenn du es übernimmst.</translation>
    </message>
    <message>
        <source>” and “</source>
        <translation>“ und „</translation>
    </message>
    <message>
        <source>“%1” has no keys now.</source>
        <translation>„%1“ hat jetzt keine Tasten.</translation>
    </message>
    <message>
        <source>“%1” has %2 now.</source>
        <translation>„%1“ hat jetzt %2.</translation>
    </message>
    <message>
        <source>“%1” lost them.</source>
        <translation>„%1“ hat sie verloren.</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
    <message>
        <source>Choose a command above first.</source>
        <translation>Wähle zuerst oben einen Befehl aus.</translation>
    </message>
</context>
<context>
    <name>protomind::SidePanels</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Properties, data, training and lenses</source>
        <translation>Eigenschaften, Daten, Training und Linsen</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Look inside the network</source>
        <translation>In das Netz hineinsehen</translation>
    </message>
</context>
<context>
    <name>protomind::SliderEditor</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Regler</translation>
    </message>
</context>
<context>
    <name>protomind::SlowMotion</name>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Taking the next step apart…</source>
        <translation>Der nächste Schritt wird zerlegt…</translation>
    </message>
    <message>
        <source>Now it trains at full speed. Pause it to go on in slow motion.</source>
        <translation>Jetzt trainiert es mit vollem Tempo. Halte es an, um in Zeitlupe weiterzumachen.</translation>
    </message>
    <message>
        <source>Of the batch: %1</source>
        <translation>Aus dem Batch: %1</translation>
    </message>
</context>
<context>
    <name>protomind::SlowMotionView</name>
    <message>
        <source>A step of training in slow motion</source>
        <translation>Ein Trainingsschritt in Zeitlupe</translation>
    </message>
    <message>
        <source>What happens in this phase</source>
        <translation>Was in diesem Abschnitt geschieht</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Zeitlupe</translation>
    </message>
    <message>
        <source>The phase before (Left)</source>
        <translation>Der Abschnitt davor (Links)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on by itself, or stop here (Space)</source>
        <translation>Von selbst weitergehen, oder hier anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>The next phase (Right)</source>
        <translation>Der nächste Abschnitt (Rechts)</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>Follow another sample of the batch</source>
        <translation>Einem anderen Beispiel des Batches folgen</translation>
    </message>
    <message>
        <source>How long a phase lasts</source>
        <translation>Wie lange ein Abschnitt dauert</translation>
    </message>
    <message>
        <source>How long a phase lasts, in milliseconds</source>
        <translation>Wie lange ein Abschnitt dauert, in Millisekunden</translation>
    </message>
    <message>
        <source>Back to the curves (Esc)</source>
        <translation>Zurück zu den Kurven (Esc)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Click a number of a weight to follow it.</source>
        <translation>Klicke auf die Zahl eines Gewichts, um ihm zu folgen.</translation>
    </message>
    <message>
        <source>You follow %1. It is &lt;b&gt;%2&lt;/b&gt;.</source>
        <translation>Du folgst %1. Es ist &lt;b&gt;%2&lt;/b&gt;.</translation>
    </message>
    <message>
        <source> Its gradient is &lt;b&gt;%1&lt;/b&gt;.</source>
        <translation> Sein Gradient ist &lt;b&gt;%1&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>This sample&apos;s part of it, of each number what arrives × how much it changes with the weight:</source>
        <translation>Der Anteil dieses Beispiels, von jeder Zahl: was ankommt × wie stark sie sich mit dem Gewicht ändert:</translation>
    </message>
    <message>
        <source>Of each number what arrives × how much it changes with the weight:</source>
        <translation>Von jeder Zahl: was ankommt × wie stark sie sich mit dem Gewicht ändert:</translation>
    </message>
    <message>
        <source>A phase lasts</source>
        <translation>Ein Abschnitt dauert</translation>
    </message>
    <message>
        <source>In training dropout drops numbers and normalisation goes by the batch, so that a card may show others.</source>
        <translation>Beim Trainieren lässt Dropout Zahlen weg, und Normalisierung richtet sich nach dem Batch: Eine Karte kann andere zeigen.</translation>
    </message>
</context>
<context>
    <name>protomind::SpeedControl</name>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>1 Schritt/s</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 Schritte/s</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>Temp&amp;o</translation>
    </message>
    <message>
        <source>Speed of training</source>
        <translation>Tempo des Trainings</translation>
    </message>
    <message>
        <source>How fast it trains: slow lets you watch every step, full learns as fast as this machine can</source>
        <translation>Wie schnell es trainiert: Langsam lässt jeden Schritt sehen, voll lernt so schnell, wie dieser Rechner kann</translation>
    </message>
</context>
<context>
    <name>protomind::TableColumnsView</name>
    <message>
        <source>Columns of the table: what they are for, and what was found in them</source>
        <translation>Spalten der Tabelle: wofür sie da sind und was in ihnen steht</translation>
    </message>
    <message>
        <source>used as</source>
        <translation>dient als</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster Wert</translation>
    </message>
</context>
<context>
    <name>protomind::TablePreviewView</name>
    <message>
        <source>First rows of the table, and what was found in its columns</source>
        <translation>Die ersten Zeilen der Tabelle und was in ihren Spalten steht</translation>
    </message>
    <message>
        <source>used as</source>
        <translation>dient als</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>protomind::TableSection</name>
    <message>
        <source>%1 rows and %2 columns.</source>
        <translation>%1 Zeilen und %2 Spalten.</translation>
    </message>
    <message>
        <source>The first %1 rows are shown.</source>
        <translation>Gezeigt werden die ersten %1 Zeilen.</translation>
    </message>
    <message>
        <source>The first %1 columns are shown.</source>
        <translation>Gezeigt werden die ersten %1 Spalten.</translation>
    </message>
    <message>
        <source>Look at the table…</source>
        <translation>Tabelle ansehen…</translation>
    </message>
    <message>
        <source>Look at the first rows of the table in a window of their own</source>
        <translation>Die ersten Zeilen der Tabelle in einem eigenen Fenster ansehen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>protomind::TableView</name>
    <message>
        <source>Test samples with what should come out and what does</source>
        <translation>Testbeispiele mit dem, was herauskommen soll, und dem, was herauskommt</translation>
    </message>
    <message>
        <source>test sample</source>
        <translation>Testbeispiel</translation>
    </message>
    <message>
        <source>should be</source>
        <translation>sollte sein</translation>
    </message>
    <message>
        <source>network says</source>
        <translation>das Netz sagt</translation>
    </message>
    <message>
        <source>Training samples with what should come out and what does</source>
        <translation>Trainingsbeispiele mit dem, was herauskommen soll, und dem, was herauskommt</translation>
    </message>
    <message>
        <source>Samples kept aside with what should come out and what does</source>
        <translation>Beiseitegelegte Beispiele mit dem, was herauskommen soll, und dem, was herauskommt</translation>
    </message>
    <message>
        <source>training sample</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>beiseite</translation>
    </message>
</context>
<context>
    <name>protomind::TaskView</name>
    <message>
        <source>How far the task is</source>
        <translation>Wie weit die Aufgabe ist</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>Ein Hinweis</translation>
    </message>
    <message>
        <source>Another hint</source>
        <translation>Noch ein Hinweis</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Do it before my eyes, slowly</source>
        <translation>Es langsam vor meinen Augen tun</translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation>Nicht weiter zeigen</translation>
    </message>
    <message>
        <source>Stop here, and take back what was shown</source>
        <translation>Hier anhalten und zurücknehmen, was gezeigt wurde</translation>
    </message>
    <message>
        <source>Let me try</source>
        <translation>Lass mich</translation>
    </message>
    <message>
        <source>Take back what was shown</source>
        <translation>Zurücknehmen, was gezeigt wurde</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ Geschafft</translation>
    </message>
    <message>
        <source>Nearly: one epoch may be luck. It counts if the next one is as good.</source>
        <translation>Fast: Eine Epoche kann Glück sein. Es zählt, wenn die nächste genauso gut ist.</translation>
    </message>
    <message>
        <source>Not done yet.</source>
        <translation>Noch nicht fertig.</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Was herauskam</translation>
    </message>
</context>
<context>
    <name>protomind::TemplateCard</name>
    <message>
        <source>Begin with: %1</source>
        <translation>Beginnen mit: %1</translation>
    </message>
</context>
<context>
    <name>protomind::TemplateDialog</name>
    <message>
        <source>New from template</source>
        <translation>Neu aus Vorlage</translation>
    </message>
    <message>
        <source>Each brings a network, data that suit it, and settings that work.</source>
        <translation>Jede bringt ein Netz, passende Daten und Einstellungen, die funktionieren.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>protomind::TrainingCharts</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Press Train: the loss is drawn here. Lower is better.</source>
        <translation>Drücke „Trainieren“: Hier wird der Verlust gezeichnet. Tiefer ist besser.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Press Train: the share of right answers is drawn here. Higher is better.</source>
        <translation>Drücke „Trainieren“: Hier wird der Anteil richtiger Antworten gezeichnet. Höher ist besser.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Move the mouse over the curves to read values; ⋯ copies or saves</source>
        <translation>Fahre mit der Maus über die Kurven, um Werte abzulesen; ⋯ kopiert oder speichert</translation>
    </message>
    <message>
        <source>Loss without penalty</source>
        <translation>Verlust ohne Strafe</translation>
    </message>
    <message>
        <source>Kept aside, attacked</source>
        <translation>Beiseite, angegriffen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Punktwerte</translation>
    </message>
    <message>
        <source>Press Train: the scores of real and of made samples are drawn here.</source>
        <translation>Drücke „Trainieren“: Hier werden die Punktwerte echter und gemachter Beispiele gezeichnet.</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echte</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemachte</translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation>Unterschieden</translation>
    </message>
    <message>
        <source>Slope², real</source>
        <translation>Steigung², echte</translation>
    </message>
    <message>
        <source>Slope², made</source>
        <translation>Steigung², gemachte</translation>
    </message>
    <message>
        <source>Slope beside 1</source>
        <translation>Steigung neben 1</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Neither loss goes to zero: the better one player gets, the harder it is for the other. Look at the samples that are made, and at how often they are told apart.</source>
        <translation>Keiner der Verluste geht gegen null: Je besser ein Spieler wird, desto schwerer hat es der andere. Schau auf die gemachten Beispiele und darauf, wie oft sie von echten unterschieden werden.</translation>
    </message>
    <message>
        <source>Press Train: the loss of each player is drawn here.</source>
        <translation>Drücke „Trainieren“: Hier wird der Verlust jedes Spielers gezeichnet.</translation>
    </message>
    <message>
        <source>Press Train: how often the discriminator is right is drawn here. 50 % is guessing.</source>
        <translation>Drücke „Trainieren“: Hier wird gezeichnet, wie oft der Diskriminator recht hat. 50 % sind geraten.</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Strafe</translation>
    </message>
</context>
<context>
    <name>protomind::TrainingPanel</name>
    <message>
        <source>Training settings</source>
        <translation>Einstellungen des Trainings</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>How many processors compute at the same time; 0 takes all there are.</source>
        <translation>Wie viele Prozessoren gleichzeitig rechnen; 0 nimmt alle, die es gibt.</translation>
    </message>
    <message>
        <source>%1 of %2 weights are exactly zero</source>
        <translation>%1 von %2 Gewichten sind genau null</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
</context>
<context>
    <name>protomind::TuneDialog</name>
    <message>
        <source>Tune %1</source>
        <translation>%1 abstimmen</translation>
    </message>
    <message>
        <source>There are many ways to multiply on a device, and which one is fastest differs from device to device. Tuning tries hundreds of them and keeps the fastest that computes right. It takes at most 5 minutes; you can stop it at any time, and then all stays as it was.</source>
        <translation>Auf einem Gerät kann man auf viele Arten multiplizieren, und welche am schnellsten ist, ist von Gerät zu Gerät verschieden. Das Abstimmen probiert Hunderte davon und behält die schnellste, die richtig rechnet. Es dauert höchstens 5 Minuten; du kannst es jederzeit anhalten, dann bleibt alles, wie es war.</translation>
    </message>
    <message>
        <source>How far the search is</source>
        <translation>Wie weit die Suche ist</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Vorbereiten …</translation>
    </message>
    <message>
        <source>The search was stopped; all is as it was.</source>
        <translation>Die Suche wurde angehalten; alles ist, wie es war.</translation>
    </message>
    <message>
        <source>Checking that the best way computes right in all cases. Nearly done…</source>
        <translation>Es wird geprüft, ob die beste Art in allen Fällen richtig rechnet. Fast fertig …</translation>
    </message>
    <message>
        <source>Measuring how fast it is now…</source>
        <translation>Es wird gemessen, wie schnell es jetzt ist …</translation>
    </message>
    <message>
        <source>The search took too long and was stopped; all is as it was.</source>
        <translation>Die Suche dauerte zu lange und wurde angehalten; alles ist, wie es war.</translation>
    </message>
    <message>
        <source>The search could not be started. Installing Protomind anew may help.</source>
        <translation>Die Suche ließ sich nicht starten. Vielleicht hilft es, Protomind neu zu installieren.</translation>
    </message>
    <message>
        <source>What the search found could not be understood; all is as it was.</source>
        <translation>Was die Suche fand, war nicht zu verstehen; alles ist, wie es war.</translation>
    </message>
    <message>
        <source>The device&apos;s driver crashed during the search; all is as it was.</source>
        <translation>Der Treiber des Geräts ist während der Suche abgestürzt; alles ist, wie es war.</translation>
    </message>
    <message>
        <source>Something is wrong with the device now. %1</source>
        <translation>Mit dem Gerät stimmt jetzt etwas nicht. %1</translation>
    </message>
    <message>
        <source>Training is %1 times as fast now. That is kept for every later start.</source>
        <translation>Das Training ist jetzt %1-mal so schnell. Das bleibt so, auch nach jedem späteren Start.</translation>
    </message>
    <message>
        <source>This device was about as fast as it gets already.</source>
        <translation>Dieses Gerät war schon ungefähr so schnell, wie es geht.</translation>
    </message>
    <message>
        <source>Ways tried: %1. The best one multiplies %2 times as fast as at first.</source>
        <translation>Probierte Arten: %1. Die beste multipliziert %2-mal so schnell wie am Anfang.</translation>
    </message>
</context>
<context>
    <name>protomind::UnsavedWork</name>
    <message>
        <source>A project that was never saved</source>
        <translation>Ein Projekt, das nie gespeichert wurde</translation>
    </message>
    <message>
        <source>It is damaged and can&apos;t be opened. It lies in %1</source>
        <translation>Es ist beschädigt und lässt sich nicht öffnen. Es liegt in %1</translation>
    </message>
    <message>
        <source>It was recovered before, and Protomind ended unexpectedly again.</source>
        <translation>Es wurde schon einmal wiederhergestellt, und Protomind endete wieder unerwartet.</translation>
    </message>
</context>
<context>
    <name>protomind::WeightBox</name>
    <message>
        <source>The weight</source>
        <translation>Das Gewicht</translation>
    </message>
    <message>
        <source>Type a number and press Enter. Undo takes it back.</source>
        <translation>Tippe eine Zahl und drücke Enter. Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>The weight, to be dragged</source>
        <translation>Das Gewicht, zum Ziehen</translation>
    </message>
</context>
<context>
    <name>protomind::WeightCard</name>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>New value of the weight</source>
        <translation>Neuer Wert des Gewichts</translation>
    </message>
    <message>
        <source>Click to type a value.</source>
        <translation>Klick, um einen Wert zu tippen.</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>weight w</source>
        <translation>Gewicht w</translation>
    </message>
    <message>
        <source>gradient ∂L/∂w</source>
        <translation>Gradient ∂L/∂w</translation>
    </message>
    <message>
        <source>last update</source>
        <translation>letzte Änderung</translation>
    </message>
    <message>
        <source>A larger w would raise the loss.</source>
        <translation>Ein größeres w würde den Verlust erhöhen.</translation>
    </message>
    <message>
        <source>A larger w would lower the loss.</source>
        <translation>Ein größeres w würde den Verlust senken.</translation>
    </message>
    <message>
        <source>From %1 to %2: %3</source>
        <translation>Von %1 zu %2: %3</translation>
    </message>
    <message>
        <source>Enter sets it, Esc leaves it as it is.</source>
        <translation>Enter setzt ihn, Esc lässt ihn, wie er ist.</translation>
    </message>
    <message>
        <source>A weight is a number, such as 0.5 or −1.25.</source>
        <translation>Ein Gewicht ist eine Zahl, etwa 0.5 oder −1.25.</translation>
    </message>
    <message>
        <source>←→ comes from, ↑↓ goes to.
Type a value, or Esc.</source>
        <translation>←→ woher, ↑↓ wohin.
Wert eingeben oder Esc.</translation>
    </message>
    <message>
        <source>gradient of the loss ∂L/∂w</source>
        <translation>Gradient des Verlusts ∂L/∂w</translation>
    </message>
    <message>
        <source>of the penalty ∂P/∂w</source>
        <translation>der Strafe ∂P/∂w</translation>
    </message>
    <message>
        <source>of both together</source>
        <translation>von beiden zusammen</translation>
    </message>
    <message>
        <source>A larger w would raise loss and penalty together;&lt;br&gt;training makes their sum small.</source>
        <translation>Ein größeres w würde Verlust und Strafe zusammen erhöhen;&lt;br&gt;das Training macht ihre Summe klein.</translation>
    </message>
    <message>
        <source>A larger w would lower loss and penalty together;&lt;br&gt;training makes their sum small.</source>
        <translation>Ein größeres w würde Verlust und Strafe zusammen senken;&lt;br&gt;das Training macht ihre Summe klein.</translation>
    </message>
    <message>
        <source>A larger w would lower the loss, but raise the penalty more;&lt;br&gt;training makes their sum small.</source>
        <translation>Ein größeres w würde den Verlust senken, aber die Strafe mehr erhöhen;&lt;br&gt;das Training macht ihre Summe klein.</translation>
    </message>
    <message>
        <source>A larger w would raise the loss, but lower the penalty more;&lt;br&gt;training makes their sum small.</source>
        <translation>Ein größeres w würde den Verlust erhöhen, aber die Strafe mehr senken;&lt;br&gt;das Training macht ihre Summe klein.</translation>
    </message>
</context>
<context>
    <name>protomind::WeightSentence</name>
    <message>
        <source>This layer starts with new weights, and the run begins anew: %1. Undo brings the trained ones back.</source>
        <translation>Diese Schicht beginnt mit neuen Gewichten, und der Lauf fängt neu an: %1. „Rückgängig“ bringt die trainierten zurück.</translation>
    </message>
    <message>
        <source>These %1 layers start with new weights, and the run begins anew: %2. Undo brings the trained ones back.</source>
        <translation>Diese %1 Schichten beginnen mit neuen Gewichten, und der Lauf fängt neu an: %2. „Rückgängig“ bringt die trainierten zurück.</translation>
    </message>
    <message>
        <source>The network is another one now: Train begins with fresh weights. Undo brings the trained ones back.</source>
        <translation>Das Netz ist jetzt ein anderes: „Trainieren“ beginnt mit frischen Gewichten. „Rückgängig“ bringt die trainierten zurück.</translation>
    </message>
    <message>
        <source>The network can&apos;t train like this. What was trained is kept until it can, where it still fits.</source>
        <translation>So kann das Netz nicht trainieren. Was trainiert wurde, bleibt erhalten, bis es wieder kann, soweit es dann noch passt.</translation>
    </message>
    <message>
        <source>All weights start anew. Undo brings the trained ones back.</source>
        <translation>Alle Gewichte fangen neu an. „Rückgängig“ bringt die trainierten zurück.</translation>
    </message>
    <message>
        <source>The weights and the curve are those of back then: what was trained since is taken back, too. Redo brings it again.</source>
        <translation>Gewichte und Kurve sind wieder die von damals: Auch was seither trainiert wurde, ist zurückgenommen. „Wiederholen“ holt es wieder.</translation>
    </message>
    <message>
        <source>The weights of back then are no longer kept, to save memory. The network has those of now, where they fit.</source>
        <translation>Die Gewichte von damals sind nicht mehr da, um Speicher zu sparen. Das Netz hat die von jetzt, soweit sie passen.</translation>
    </message>
</context>
<context>
    <name>protomind::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Continue where you were</source>
        <translation>Weitermachen, wo du warst</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>The program&apos;s icon</source>
        <translation>Das Symbol des Programms</translation>
    </message>
    <message>
        <source>Welcome to Protomind</source>
        <translation>Willkommen bei Protomind</translation>
    </message>
    <message>
        <source>Draw a network, let it learn on your own computer, and look at what it does. Nothing can break: every step can be undone.</source>
        <translation>Zeichne ein Netz, lass es auf deinem eigenen Rechner lernen und sieh nach, was es tut. Es kann nichts kaputtgehen: Jeder Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Go to the canvas (Esc)</source>
        <translation>Zur Zeichenfläche (Esc)</translation>
    </message>
    <message>
        <source>Go to the canvas</source>
        <translation>Zur Zeichenfläche</translation>
    </message>
    <message>
        <source>Empty canvas</source>
        <translation>Leere Zeichenfläche</translation>
    </message>
    <message>
        <source>Draw a network of your own, layer by layer.</source>
        <translation>Zeichne dein eigenes Netz, Schicht für Schicht.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Eine Datei öffnen</translation>
    </message>
    <message>
        <source>A project or a network that was saved. Or drag it onto the window.</source>
        <translation>Ein gespeichertes Projekt oder Netz. Oder zieh es auf das Fenster.</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>Diese &amp;Seite beim Start zeigen</translation>
    </message>
    <message>
        <source>A good first step</source>
        <translation>Ein guter erster Schritt</translation>
    </message>
    <message>
        <source>Learn by doing</source>
        <translation>Lernen, indem du es tust</translation>
    </message>
    <message>
        <source>%1 minutes · %2</source>
        <translation>%1 Minuten · %2</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Hier geht es weiter</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Alle Lektionen</translation>
    </message>
    <message>
        <source>The way through them as a map, with what you have done.</source>
        <translation>Der Weg durch sie als Karte, mit dem, was du schon geschafft hast.</translation>
    </message>
</context>
<context>
    <name>protomind::WindowClosing</name>
    <message>
        <source>Save the project before closing?</source>
        <translation>Das Projekt vor dem Schließen speichern?</translation>
    </message>
    <message>
        <source>Waiting for the project to be written…</source>
        <translation>Warten, bis das Projekt geschrieben ist …</translation>
    </message>
    <message>
        <source>Then the window closes. Close anyway ends the program at once: what was kept by then and is not in the file is offered to you at the next start.</source>
        <translation>Dann schließt sich das Fenster. „Trotzdem schließen“ beendet das Programm sofort: Was bis dahin gesichert ist und nicht in der Datei steht, wird dir beim nächsten Start angeboten.</translation>
    </message>
    <message>
        <source>Then the project is saved with all that was learned, and the window closes. Close anyway saves it at once, with the weights that were last kept.</source>
        <translation>Dann wird das Projekt mit allem Gelernten gespeichert, und das Fenster schließt sich. „Trotzdem schließen“ speichert es sofort, mit den zuletzt gesicherten Gewichten.</translation>
    </message>
</context>
<context>
    <name>protomind::WindowExchange</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is no network yet: draw one first.</source>
        <translation>Es gibt noch kein Netz: Zeichne zuerst eins.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>netz</translation>
    </message>
    <message>
        <source>%1 is open as a new project.</source>
        <translation>%1 ist als neues Projekt geöffnet.</translation>
    </message>
    <message>
        <source>The file holds no weights: the network has to be trained.</source>
        <translation>Die Datei enthält keine Gewichte: Das Netz muss trainiert werden.</translation>
    </message>
    <message>
        <source>Choose data to try it.</source>
        <translation>Wähle Daten, um es auszuprobieren.</translation>
    </message>
    <message>
        <source>Choose data of %1 to try it.</source>
        <translation>Wähle Daten von %1, um es auszuprobieren.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus geworden ist</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>Daten wählen</translation>
    </message>
</context>
<context>
    <name>protomind::WindowLayout</name>
    <message>
        <source>Put Everything &amp;Back</source>
        <translation>Alles zu&amp;rückstellen</translation>
    </message>
    <message>
        <source>All panels shown, and as large as they came</source>
        <translation>Alle Bereiche sichtbar und so groß wie zu Beginn</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>Bere&amp;iche</translation>
    </message>
</context>
<context>
    <name>protomind::WindowLessons</name>
    <message>
        <source>No lesson is open.</source>
        <translation>Es ist keine Lektion offen.</translation>
    </message>
    <message>
        <source>New learner</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>A name to keep the way under:</source>
        <translation>Ein Name, unter dem der Weg aufgehoben wird:</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>Ein eigenes Bild</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</translation>
    </message>
</context>
<context>
    <name>protomind::WindowSample</name>
    <message>
        <source>The pasted picture</source>
        <translation>Das eingefügte Bild</translation>
    </message>
    <message>
        <source>The dropped picture</source>
        <translation>Das hineingezogene Bild</translation>
    </message>
</context>
<context>
    <name>protomind::WindowWelcome</name>
    <message>
        <source>Now press Train and watch it learn. Anything here may be changed, also while it learns.</source>
        <translation>Drücke jetzt „Trainieren“ und sieh ihm beim Lernen zu. Alles hier darf man ändern, auch während es lernt.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>protomind::WireDrag</name>
    <message>
        <source>Let go here to remove the wire</source>
        <translation>Lass hier los, um die Verbindung zu entfernen</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
    <message>
        <source>Possible, but: %1</source>
        <translation>Möglich, aber: %1</translation>
    </message>
</context>
<context>
    <name>protomind::WirePage</name>
    <message>
        <source>Wire</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Verläuft</translation>
    </message>
    <message>
        <source>The layers at its ends</source>
        <translation>Die Schichten an ihren Enden</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>Trägt</translation>
    </message>
    <message>
        <source>For one sample</source>
        <translation>Für ein Beispiel</translation>
    </message>
    <message>
        <source>Remove wire</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 zu %2</translation>
    </message>
</context>
<context>
    <name>protomind::WorkedPlace</name>
    <message>
        <source>Under the window</source>
        <translation>Unter dem Fenster</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Tippen</translation>
    </message>
    <message>
        <source>The pixels under the window</source>
        <translation>Die Bildpunkte unter dem Fenster</translation>
    </message>
    <message>
        <source>Each pixel times its number</source>
        <translation>Jeder Bildpunkt mal seine Zahl</translation>
    </message>
    <message>
        <source>Pixel times number</source>
        <translation>Bildpunkt mal Zahl</translation>
    </message>
    <message>
        <source>Your guess of the sum</source>
        <translation>Dein Tipp für die Summe</translation>
    </message>
    <message>
        <source>What do the nine numbers add up to? Type it before you see it.</source>
        <translation>Was sind die neun Zahlen zusammen? Tippe es ein, bevor du es siehst.</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>Shows the sum, and how far off the guess was</source>
        <translation>Zeigt die Summe, und wie weit der Tipp danebenlag</translation>
    </message>
    <message>
        <source>Type a number, such as %1.</source>
        <translation>Tippe eine Zahl, etwa %1.</translation>
    </message>
    <message>
        <source>Kernel, sum %1</source>
        <translation>Kernel, Summe %1</translation>
    </message>
    <message>
        <source>Sum: ?</source>
        <translation>Summe: ?</translation>
    </message>
    <message>
        <source>Sum: %1</source>
        <translation>Summe: %1</translation>
    </message>
    <message>
        <source>What is the sum?</source>
        <translation>Wie groß ist die Summe?</translation>
    </message>
    <message>
        <source>First make your guess.</source>
        <translation>Gib zuerst deinen Tipp ab.</translation>
    </message>
    <message>
        <source>You said %1: exactly.</source>
        <translation>Du hast %1 gesagt: genau richtig.</translation>
    </message>
    <message>
        <source>You said %1: %2 off.</source>
        <translation>Du hast %1 gesagt: um %2 daneben.</translation>
    </message>
    <message>
        <source>Shown as grey %1: grey is zero.</source>
        <translation>Gezeigt als Grau %1: Grau ist null.</translation>
    </message>
    <message>
        <source>Below 0: shown as black.</source>
        <translation>Unter 0: gezeigt als Schwarz.</translation>
    </message>
    <message>
        <source>Above 255: shown as white.</source>
        <translation>Über 255: gezeigt als Weiß.</translation>
    </message>
    <message>
        <source>Shown as grey %1.</source>
        <translation>Gezeigt als Grau %1.</translation>
    </message>
</context>
<context>
    <name>protomind::WorkingPage</name>
    <message>
        <source>Slide</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>Goes on from number to number by itself. Point at a cell to stop there.</source>
        <translation>Geht von selbst von Zahl zu Zahl weiter. Zeige auf eine Zelle, um dort anzuhalten.</translation>
    </message>
    <message>
        <source>%1 comes in</source>
        <translation>%1 kommt herein</translation>
    </message>
    <message>
        <source>%1 goes out</source>
        <translation>%1 geht hinaus</translation>
    </message>
    <message>
        <source>, … (%1 more)</source>
        <translation>, … (%1 weitere)</translation>
    </message>
    <message>
        <source> + … (%1 more: %2)</source>
        <translation> + … (%1 weitere: %2)</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>The network itself computed %1.</source>
        <translation>Das Netz selbst hat %1 berechnet.</translation>
    </message>
    <message>
        <source>Point at a cell on the left to work another number out. Click a weight to change it.</source>
        <translation>Zeige links auf eine Zelle, um eine andere Zahl nachzurechnen. Klicke auf ein Gewicht, um es zu ändern.</translation>
    </message>
    <message>
        <source>Slide over all numbers</source>
        <translation>Über alle Zahlen gleiten</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Was hereinkommt</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Was hinausgeht</translation>
    </message>
    <message>
        <source>What it can see of the picture</source>
        <translation>Was sie vom Bild sehen kann</translation>
    </message>
    <message>
        <source>The picture that goes into the network</source>
        <translation>Das Bild, das ins Netz geht</translation>
    </message>
    <message>
        <source>Point at a cell on the left to work another number out.</source>
        <translation>Zeige links auf eine Zelle, um eine andere Zahl auszurechnen.</translation>
    </message>
</context>
</TS>
